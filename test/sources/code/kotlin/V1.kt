package com.example.kotlin

import com.amazonaws.services.s3.AmazonS3
import com.amazonaws.services.s3.AmazonS3ClientBuilder
import com.amazonaws.services.s3.model.ObjectMetadata
import com.amazonaws.services.s3.model.PutObjectRequest
import com.amazonaws.services.s3.model.SSEAwsKeyManagementParams
import com.amazonaws.services.s3.transfer.TransferManagerBuilder
import java.io.ByteArrayInputStream
import java.io.File

class V1(private val amazonS3: AmazonS3 = AmazonS3ClientBuilder.defaultClient()) {
    fun upload(bucket: String, key: String, bytes: ByteArray) {
        val metadata = ObjectMetadata().apply {
            contentLength = bytes.size.toLong()
            contentType = "application/pdf"
            sseAlgorithm = ObjectMetadata.AES_256_SERVER_SIDE_ENCRYPTION
        }
        // => PutObject SSE-S3
        amazonS3.putObject(bucket, key, ByteArrayInputStream(bytes), metadata)
    }

    fun kms(bucket: String, key: String, file: File) {
        val request = PutObjectRequest(bucket, key, file)
            .withSSEAwsKeyManagementParams(SSEAwsKeyManagementParams("alias/v1"))
        // => PutObject SSE-KMS key=alias/v1
        amazonS3.putObject(request)
    }

    fun managed(bucket: String, key: String, file: File) {
        val manager = TransferManagerBuilder.standard().withS3Client(amazonS3).build()
        // => PutObject default
        val upload = manager.upload(bucket, key, file)
        upload.waitForCompletion()
    }
}
