package com.example.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.createMultipartUpload
import aws.sdk.kotlin.services.s3.getObject
import aws.sdk.kotlin.services.s3.model.GetObjectRequest
import aws.sdk.kotlin.services.s3.model.HeadObjectRequest
import aws.sdk.kotlin.services.s3.model.NotFound
import aws.sdk.kotlin.services.s3.model.PutObjectRequest
import aws.sdk.kotlin.services.s3.model.ServerSideEncryption.AwsKms
import aws.sdk.kotlin.services.s3.presigners.presignPutObject
import kotlinx.coroutines.runBlocking
import kotlin.time.Duration.Companion.hours

class Scopes {
    private lateinit var s3: S3Client
    private val bucketName = System.getenv("BUCKET") ?: "fallback"
    private val keyId = System.getenv("KMS_KEY")

    init {
        runBlocking { s3 = S3Client.fromEnvironment() }
    }

    fun save(name: String) = runBlocking {
        // => PutObject SSE-KMS
        s3.putObject(PutObjectRequest {
            bucket = bucketName
            key = name
            serverSideEncryption = AwsKms
            ssekmsKeyId = this@Scopes.keyId
        })
    }

    suspend fun exists(name: String): Boolean =
        try {
            // => HeadObject default
            s3.headObject(HeadObjectRequest { bucket = bucketName; key = name })
            true
        } catch (e: NotFound) {
            false
        }

    suspend fun link(name: String): String {
        val unsigned = PutObjectRequest {
            bucket = bucketName
            key = name
        }
        // => PutObject default
        return s3.presignPutObject(unsigned, 1.hours).url.toString()
    }

    suspend fun read(name: String) {
        val request = GetObjectRequest.invoke {
            bucket = bucketName
            key = name
        }
        // => GetObject default
        s3.getObject(request) { response -> println(response.contentLength) }
    }
}
