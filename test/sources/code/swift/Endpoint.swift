import AWSS3

func local() async throws {
    let config = try await S3Client.S3ClientConfiguration(region: "us-east-1", endpoint: "http://minio.example.com:9000")
    let client = S3Client(config: config)
    // => PutObject default
    _ = try await client.putObject(input: .init(bucket: "local", key: "k"))
    // => PutObject SSE-S3
    _ = try await client.putObject(input: .init(bucket: "local", key: "k", serverSideEncryption: .aes256))
}
