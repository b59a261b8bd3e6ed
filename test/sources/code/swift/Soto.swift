import SotoS3

let awsClient = AWSClient()
let s3 = S3(client: awsClient, region: .euwest1)

func put(_ body: AWSHTTPBody) async throws {
    let request = S3.PutObjectRequest(
        body: body,
        bucket: "soto",
        key: "k",
        serverSideEncryption: .awsKms,
        ssekmsKeyId: "alias/soto"
    )
    // => PutObject SSE-KMS key=alias/soto
    _ = try await s3.putObject(request)
    // => PutObject SSE-S3
    _ = try await s3.putObject(bucket: "soto", key: "k2", serverSideEncryption: .aes256)
    // => GetObject default
    _ = try await s3.getObject(.init(bucket: "soto", key: "k"))
}
