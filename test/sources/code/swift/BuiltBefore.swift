import AWSS3

public class Handler {
    let client: S3Client
    let bucket: String

    public init(client: S3Client, bucket: String) {
        self.client = client
        self.bucket = bucket
    }

    public func put(key: String, kmsKey: String?) async throws {
        var input = PutObjectInput(bucket: bucket, key: key)
        if let kmsKey {
            input.serverSideEncryption = .awsKms
            input.ssekmsKeyId = kmsKey
        } else {
            input.serverSideEncryption = .aes256
        }
        // => PutObject SSE-KMS|SSE-S3
        _ = try await client.putObject(input: input)
    }

    public func read(key: String) async throws -> Data {
        let input = GetObjectInput(
            bucket: self.bucket,
            key: key
        )
        // => GetObject default
        let output = try await client.getObject(input: input)
        guard let body = output.body, let data = try await body.readData() else {
            throw HandlerError.getObjectBody("GetObjectInput missing body.")
        }
        return data
    }
}
