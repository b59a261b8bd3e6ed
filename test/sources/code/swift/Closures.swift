import AWSS3

let save: (S3Client, String) async throws -> Void = { client, key in
    // => PutObject SSE-KMS
    _ = try await client.putObject(input: PutObjectInput(bucket: "c", key: key, serverSideEncryption: .awsKms))
}

extension S3Client {
    func store(_ key: String) async throws {
        // => PutObject SSE-S3
        _ = try await self.putObject(input: PutObjectInput(bucket: "c", key: key, serverSideEncryption: .aes256))
    }
}
