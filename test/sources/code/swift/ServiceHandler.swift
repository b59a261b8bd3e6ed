import AWSClientRuntime
import AWSS3
import ClientRuntime
import Foundation

/// A class containing all the code that interacts with the AWS SDK for Swift.
public class ServiceHandler {
    let configuration: S3Client.S3ClientConfiguration
    let client: S3Client

    enum HandlerError: Error {
        case getObjectBody(String)
        case missingContents(String)
    }

    public init() async throws {
        configuration = try await S3Client.S3ClientConfiguration()
        client = S3Client(config: configuration)
    }

    public func uploadFile(bucket: String, key: String, file: String) async throws {
        let fileUrl = URL(fileURLWithPath: file)
        do {
            let fileData = try Data(contentsOf: fileUrl)
            let dataStream = ByteStream.data(fileData)
            let input = PutObjectInput(
                body: dataStream,
                bucket: bucket,
                key: key,
                serverSideEncryption: S3ClientTypes.ServerSideEncryption.aes256
            )
            // => PutObject SSE-S3
            _ = try await client.putObject(input: input)
        } catch {
            print("ERROR: ", dump(error, name: "Putting an object."))
            throw error
        }
    }

    public func copyFile(from sourceBucket: String, name: String, to destBucket: String) async throws {
        let srcUrl = ("\(sourceBucket)/\(name)").addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        let input = CopyObjectInput(bucket: destBucket, copySource: srcUrl, key: name)
        // => CopyObject default
        _ = try await client.copyObject(input: input)
    }
}
