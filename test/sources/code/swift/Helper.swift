import AWSS3

struct Uploads {
    static let keyId = "alias/uploads"
    private let client: S3Client

    init() throws {
        self.client = try S3Client(region: "us-east-1")
    }

    private func request(for key: String) -> PutObjectInput {
        PutObjectInput(bucket: "uploads", key: key, serverSideEncryption: .awsKms, ssekmsKeyId: Uploads.keyId)
    }

    func put(_ key: String) async throws {
        // => PutObject SSE-KMS key=alias/uploads
        _ = try await client.putObject(input: request(for: key))
    }

    func putAll(_ keys: [String]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for key in keys {
                group.addTask {
                    // => PutObject SSE-KMS
                    _ = try await self.client.putObject(input: self.request(for: key))
                }
            }
            try await group.waitForAll()
        }
    }
}
