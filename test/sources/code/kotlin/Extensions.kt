package com.example.kotlin

import software.amazon.awssdk.core.async.AsyncRequestBody
import software.amazon.awssdk.services.s3.S3AsyncClient
import software.amazon.awssdk.services.s3.model.PutObjectRequest
import software.amazon.awssdk.transfer.s3.S3TransferManager
import software.amazon.awssdk.transfer.s3.model.UploadRequest
import java.nio.file.Path

object Uploads {
    private const val ALIAS = "alias/uploads"
    private val client: S3AsyncClient by lazy { S3AsyncClient.crtCreate() }
    private val manager by lazy {
        S3TransferManager.builder().s3Client(client).build()
    }

    fun put(bucket: String, key: String, text: String) {
        // => PutObject SSE-KMS key=alias/uploads
        client.putObject(
            { b -> b.bucket(bucket).key(key).serverSideEncryption("aws:kms").ssekmsKeyId(ALIAS) },
            AsyncRequestBody.fromString(text),
        ).join()
    }

    fun file(bucket: String, key: String, path: Path) {
        // => PutObject default
        manager.uploadFile { u -> u.source(path).putObjectRequest { it.bucket(bucket).key(key) } }.completionFuture().join()
    }

    fun stream(bucket: String, key: String) {
        val put = PutObjectRequest.builder().apply {
            bucket(bucket)
            key(key)
            serverSideEncryption("AES256")
        }.build()
        val request = UploadRequest.builder().putObjectRequest(put).requestBody(AsyncRequestBody.empty()).build()
        // => PutObject SSE-S3
        manager.upload(request)
    }
}
