import AWSS3

final class Backup {
    private var client: S3Client?
    private let settings: Settings

    init(settings: Settings) {
        self.settings = settings
    }

    func run(name: String) async {
        do {
            if client == nil {
                client = try await S3Client()
            }
            // => PutObject SSE-KMS
            _ = try await client?.putObject(
                input: PutObjectInput(
                    bucket: settings.bucket,
                    key: name,
                    serverSideEncryption: .awsKms,
                    ssekmsKeyId: settings.keyId
                ))
        } catch {
            print("\(error)")
        }
    }
}
