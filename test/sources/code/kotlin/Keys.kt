package com.example.kotlin

import aws.sdk.kotlin.services.kms.KmsClient
import aws.sdk.kotlin.services.kms.model.CreateKeyRequest
import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.model.*
import java.security.MessageDigest
import java.util.Base64

class Keys(private val kms: KmsClient, private val s3: S3Client) {
    companion object {
        private const val ALGORITHM = "AES256"
        val DEFAULT_MODE: ServerSideEncryption = ServerSideEncryption.AwsKms
    }

    suspend fun customer(bucketName: String, name: String, raw: ByteArray) {
        val encoded = Base64.getEncoder().encodeToString(raw)
        val md5 = Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(raw))
        // => PutObject SSE-C
        s3.putObject {
            bucket = bucketName
            key = name
            sseCustomerAlgorithm = ALGORITHM
            sseCustomerKey = encoded
            sseCustomerKeyMd5 = md5
        }
        // => PutObject SSE-KMS
        s3.putObject {
            bucket = bucketName
            key = name
            serverSideEncryption = DEFAULT_MODE
        }
    }

    suspend fun create(): String? {
        val response = kms.createKey(CreateKeyRequest { description = "for the bucket" })
        val id = response.keyMetadata?.keyId
        kms.enableKeyRotation { keyId = id }
        s3.putBucketEncryption {
            bucket = "b"
            serverSideEncryptionConfiguration {
                rules = listOf(
                    ServerSideEncryptionRule {
                        applyServerSideEncryptionByDefault {
                            sseAlgorithm = ServerSideEncryption.AwsKms
                            kmsMasterKeyId = id
                        }
                        bucketKeyEnabled = true
                    },
                )
            }
        }
        return id
    }
}
