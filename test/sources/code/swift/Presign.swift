import AWSS3
import Foundation

func url(client: S3Client) async throws -> URL {
    let input = PutObjectInput(bucket: "b", key: "k", serverSideEncryption: .awsKms)
    // => PutObject SSE-KMS
    return try await client.presignedURLForPutObject(input: input, expiration: 3600)
}

func download(client: S3Client) async throws -> URL {
    // => GetObject default
    return try await client.presignedURLForGetObject(input: GetObjectInput(bucket: "b", key: "k"), expiration: 60)
}
