import AWSS3

enum Mode: String {
    case kms
    case dsse
    case plain

    var algorithm: S3ClientTypes.ServerSideEncryption {
        switch self {
        case .kms:
            return .awsKms
        case .dsse:
            return .awsKmsDsse
        case .plain:
            return .aes256
        }
    }
}

func ternary(client: S3Client, secure: Bool) async throws {
    let sse: S3ClientTypes.ServerSideEncryption = secure ? .awsKms : .aes256
    // => PutObject SSE-KMS|SSE-S3
    _ = try await client.putObject(input: PutObjectInput(bucket: "b", key: "k", serverSideEncryption: sse))
}

func switched(client: S3Client, mode: Mode) async throws {
    var input = PutObjectInput(bucket: "b", key: "k")
    switch mode {
    case .kms:
        input.serverSideEncryption = .awsKms
    case .dsse:
        input.serverSideEncryption = .awsKmsDsse
    default:
        break
    }
    // => PutObject SSE-KMS|DSSE-KMS|default
    _ = try await client.putObject(input: input)
}

func unknown(client: S3Client, sse: S3ClientTypes.ServerSideEncryption?) async throws {
    // => PutObject ?
    _ = try await client.putObject(input: PutObjectInput(bucket: "b", key: "k", serverSideEncryption: sse))
}
