import AWSS3

func encrypt(client: S3Client, name: String) async throws {
    let rule = S3ClientTypes.ServerSideEncryptionRule(
        applyServerSideEncryptionByDefault: S3ClientTypes.ServerSideEncryptionByDefault(
            kmsMasterKeyID: "alias/bucket", sseAlgorithm: .awsKms),
        bucketKeyEnabled: true)
    _ = try await client.putBucketEncryption(
        input: PutBucketEncryptionInput(
            bucket: name,
            serverSideEncryptionConfiguration: S3ClientTypes.ServerSideEncryptionConfiguration(rules: [rule])))
}
