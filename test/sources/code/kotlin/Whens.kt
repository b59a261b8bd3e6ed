package com.example.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.model.PutObjectRequest
import aws.sdk.kotlin.services.s3.model.ServerSideEncryption

enum class Encryption { NONE, MANAGED, KMS }

data class StorageConfig(
    val bucket: String,
    val encryption: Encryption = Encryption.NONE,
    val kmsKey: String? = null,
)

class Whens(private val client: S3Client, private val config: StorageConfig) {
    private val sse: ServerSideEncryption?
        get() = when (config.encryption) {
            Encryption.KMS -> ServerSideEncryption.AwsKms
            Encryption.MANAGED -> ServerSideEncryption.Aes256
            else -> null
        }

    suspend fun write(name: String) {
        // => PutObject SSE-KMS|SSE-S3|default
        client.putObject(request(name))
    }

    private fun request(name: String): PutObjectRequest = PutObjectRequest {
        bucket = config.bucket
        key = name
        serverSideEncryption = sse
        ssekmsKeyId = config.kmsKey
    }

    suspend fun branch(name: String, secret: Boolean) {
        val mode = if (secret) ServerSideEncryption.AwsKmsDsse else ServerSideEncryption.Aes256
        // => PutObject DSSE-KMS|SSE-S3
        client.putObject {
            bucket = config.bucket
            key = name
            serverSideEncryption = mode
        }
    }

    suspend fun inside(name: String, mode: Encryption) {
        // => PutObject SSE-KMS|SSE-S3|default
        client.putObject {
            bucket = config.bucket
            key = name
            when (mode) {
                Encryption.KMS -> {
                    serverSideEncryption = ServerSideEncryption.AwsKms
                    ssekmsKeyId = config.kmsKey ?: error("no key")
                }
                Encryption.MANAGED -> serverSideEncryption = ServerSideEncryption.Aes256
                Encryption.NONE -> Unit
            }
        }
    }

    suspend fun nullable(name: String) {
        // => PutObject SSE-KMS|default
        client.putObject {
            bucket = config.bucket
            key = name
            config.kmsKey?.let {
                serverSideEncryption = ServerSideEncryption.AwsKms
                ssekmsKeyId = it
            }
        }
    }
}
