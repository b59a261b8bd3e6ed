import AWSS3
import Crypto

struct CustomerKeyStore {
    let client: S3Client
    let key: Data

    var encoded: String {
        key.base64EncodedString()
    }

    func put(_ name: String) async throws {
        let digest = Data(Insecure.MD5.hash(data: key)).base64EncodedString()
        // => PutObject SSE-C
        _ = try await client.putObject(input: PutObjectInput(
            bucket: "b",
            key: name,
            sseCustomerAlgorithm: "AES256",
            sseCustomerKey: encoded,
            sseCustomerKeyMD5: digest
        ))
        // => GetObject SSE-C
        _ = try await client.getObject(input: GetObjectInput(
            bucket: "b", key: name, sseCustomerAlgorithm: "AES256", sseCustomerKey: encoded, sseCustomerKeyMD5: digest))
    }
}
