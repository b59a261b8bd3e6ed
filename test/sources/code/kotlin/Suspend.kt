package com.example.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.model.*
import aws.smithy.kotlin.runtime.content.asByteStream
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import java.io.File

suspend fun putS3Object(bucketName: String, objectKey: String, objectPath: String) {
    val metadataVal = mutableMapOf<String, String>()
    metadataVal["myVal"] = "test"
    val request = PutObjectRequest {
        bucket = bucketName
        key = objectKey
        metadata = metadataVal
        body = File(objectPath).asByteStream()
    }
    S3Client { region = "us-east-1" }.use { s3 ->
        // => PutObject default
        val response = s3.putObject(request)
        println("Tag information is ${response.eTag}")
    }
}

suspend fun copyAll(s3: S3Client, keys: List<String>, kmsKey: String?) = coroutineScope {
    keys.map { name ->
        async {
            // => CopyObject SSE-KMS
            s3.copyObject(CopyObjectRequest {
                copySource = "from/$name"
                bucket = "to"
                key = name
                serverSideEncryption = ServerSideEncryption.AwsKms
                ssekmsKeyId = kmsKey
            })
        }
    }.awaitAll()
}

suspend fun multipart(s3: S3Client, bucketName: String, keyName: String, keyBase64: String, keyMd5: String) {
    // => CreateMultipartUpload SSE-C
    val created = s3.createMultipartUpload {
        bucket = bucketName
        key = keyName
        sseCustomerAlgorithm = "AES256"
        sseCustomerKey = keyBase64
        sseCustomerKeyMd5 = keyMd5
    }
    // => UploadPart SSE-C
    s3.uploadPart {
        bucket = bucketName
        key = keyName
        uploadId = created.uploadId
        partNumber = 1
        sseCustomerAlgorithm = "AES256"
        sseCustomerKey = keyBase64
        sseCustomerKeyMd5 = keyMd5
    }
    // => CompleteMultipartUpload default
    s3.completeMultipartUpload {
        bucket = bucketName
        key = keyName
        uploadId = created.uploadId
    }
}
