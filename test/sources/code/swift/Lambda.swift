import AWSLambdaRuntime
import AWSS3

@main
struct UploadLambda: SimpleLambdaHandler {
    func handle(_ event: String, context: LambdaContext) async throws -> String {
        let client = try await S3Client()
        let bucket = Lambda.env("BUCKET") ?? "default"
        // => PutObject SSE-S3
        let output = try await client.putObject(
            input: PutObjectInput(
                body: .data(event.data(using: .utf8)!), bucket: bucket, key: "\(context.requestID).txt",
                serverSideEncryption: .sdkUnknown("AES256")))
        return output.eTag ?? ""
    }
}
