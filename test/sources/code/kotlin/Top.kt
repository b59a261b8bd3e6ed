import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.putObject
import aws.sdk.kotlin.services.s3.model.ServerSideEncryption

val targets = listOf("a", "b")
var mode: ServerSideEncryption = ServerSideEncryption.AwsKms

suspend fun main(args: Array<String>) {
    val s3 = S3Client.fromEnvironment()
    for (target in targets) {
        // => PutObject SSE-S3
        s3.putObject {
            bucket = target
            key = "index.html"
            serverSideEncryption = ServerSideEncryption.fromValue("AES256")
        }
    }
    args.forEach { arg ->
        // => PutObject default
        s3.putObject {
            bucket = arg
            key = "k"
        }
    }
    s3.close()
}
