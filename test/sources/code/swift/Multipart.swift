import AWSS3

func multipart(client: S3Client, chunks: [Data]) async throws {
    let create = CreateMultipartUploadInput(bucket: "big", key: "k", serverSideEncryption: .awsKms)
    // => CreateMultipartUpload SSE-KMS
    let created = try await client.createMultipartUpload(input: create)
    guard let uploadId = created.uploadId else { return }
    var parts: [S3ClientTypes.CompletedPart] = []
    for (index, chunk) in chunks.enumerated() {
        let part = UploadPartInput(body: .data(chunk), bucket: "big", key: "k", partNumber: index + 1, uploadId: uploadId)
        // => UploadPart default
        let output = try await client.uploadPart(input: part)
        parts.append(S3ClientTypes.CompletedPart(eTag: output.eTag, partNumber: index + 1))
    }
    let done = CompleteMultipartUploadInput(
        bucket: "big", key: "k", multipartUpload: .init(parts: parts), uploadId: uploadId)
    // => CompleteMultipartUpload default
    _ = try await client.completeMultipartUpload(input: done)
}
