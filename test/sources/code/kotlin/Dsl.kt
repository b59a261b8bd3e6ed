package com.example.storage

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.model.GetObjectRequest
import aws.sdk.kotlin.services.s3.model.PutObjectRequest
import aws.sdk.kotlin.services.s3.model.ServerSideEncryption
import aws.sdk.kotlin.services.s3.putObject
import aws.smithy.kotlin.runtime.content.ByteStream
import aws.smithy.kotlin.runtime.net.url.Url

private const val KEY_ID = "alias/app"

suspend fun main() {
    S3Client.fromEnvironment { region = "eu-west-1" }.use { s3 ->
        val request = PutObjectRequest {
            bucket = "reports"
            key = "q1.pdf"
            body = ByteStream.fromString("x")
            serverSideEncryption = ServerSideEncryption.AwsKms
            ssekmsKeyId = KEY_ID
            metadata = mapOf("owner" to "billing")
        }
        // => PutObject SSE-KMS key=alias/app
        s3.putObject(request)
        // => PutObject SSE-S3
        s3.putObject {
            bucket = "reports"
            key = "a.txt"
            serverSideEncryption = ServerSideEncryption.Aes256
        }
    }
}

class Store(private val s3: S3Client, private val bucketName: String, private val kmsKeyId: String?) {
    suspend fun put(path: String, bytes: ByteArray) {
        // => PutObject SSE-KMS|default
        s3.putObject {
            bucket = bucketName
            key = path
            body = ByteStream.fromBytes(bytes)
            if (kmsKeyId != null) {
                serverSideEncryption = ServerSideEncryption.AwsKms
                ssekmsKeyId = kmsKeyId
            }
        }
    }

    suspend fun get(path: String): ByteArray? {
        val request = GetObjectRequest {
            bucket = bucketName
            key = path
        }
        // => GetObject default
        return s3.getObject(request) { it.body?.toByteArray() }
    }
}

fun client(endpoint: String) = S3Client {
    region = "us-east-1"
    endpointUrl = Url.parse("http://minio:9000")
}
