import AWSS3
import Foundation

func upload(data: Data) async throws {
    let client = try S3Client(region: "eu-west-1")
    // => PutObject SSE-KMS key=alias/app
    _ = try await client.putObject(
        input: PutObjectInput(
            body: .data(data),
            bucket: "app",
            key: "a.txt",
            serverSideEncryption: .awsKms,
            ssekmsKeyId: "alias/app"
        )
    )
    // => PutObject default
    _ = try await client.putObject(input: PutObjectInput(bucket: "app", key: "b"))
    // => GetObject default
    let output = try await client.getObject(input: GetObjectInput(bucket: "app", key: "b"))
    print(output.contentLength ?? 0)
}
