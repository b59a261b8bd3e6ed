package com.example.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.model.PutObjectRequest
import aws.sdk.kotlin.services.s3.model.ServerSideEncryption
import aws.smithy.kotlin.runtime.net.url.Url

abstract class Storage {
    protected abstract val bucketName: String
    protected open val encryption: ServerSideEncryption = ServerSideEncryption.Aes256

    protected fun build(name: String) = PutObjectRequest {
        this.bucket = bucketName
        this.key = name
        this.serverSideEncryption = encryption
    }
}

class LocalStorage(override val bucketName: String) : Storage() {
    private val s3 = S3Client {
        region = "us-east-1"
        endpointUrl = Url.parse("http://localhost:4566")
    }

    suspend fun put(name: String): Result<String?> = runCatching {
        // => PutObject SSE-S3
        s3.putObject(build(name)).eTag
    }
}
