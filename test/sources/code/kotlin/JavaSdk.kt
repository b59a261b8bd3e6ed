package com.example.storage

import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.model.PutObjectRequest
import software.amazon.awssdk.services.s3.model.ServerSideEncryption

class JavaSdk(private val client: S3Client, private val config: Config) {
    data class Config(val bucket: String, val encrypt: Boolean = true)

    fun upload(key: String, body: ByteArray) {
        val request = PutObjectRequest.builder()
            .bucket(config.bucket)
            .key(key)
            .apply {
                if (config.encrypt) serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId("alias/app")
            }
            .build()
        // => PutObject SSE-KMS|default
        client.putObject(request, RequestBody.fromBytes(body))
    }

    fun uploadLambda(key: String, body: ByteArray) {
        // => PutObject SSE-S3
        client.putObject({ it.bucket(config.bucket).key(key).serverSideEncryption(ServerSideEncryption.AES256) }, RequestBody.fromBytes(body))
    }

    fun uploadNamed(objectKey: String) {
        val builder = PutObjectRequest.builder().also { b ->
            b.bucket(config.bucket)
            b.key(objectKey)
        }
        builder.serverSideEncryption("aws:kms:dsse")
        // => PutObject DSSE-KMS
        client.putObject(builder.build(), RequestBody.empty())
    }
}
