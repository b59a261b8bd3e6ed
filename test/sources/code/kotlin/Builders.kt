package com.example.kotlin

import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.model.PutObjectRequest
import software.amazon.awssdk.services.s3.model.ServerSideEncryption

private val s3: S3Client = S3Client.create()

fun upload(bucket: String, key: String, encryption: String?) {
    val builder = PutObjectRequest.builder()
    builder.bucket(bucket)
    builder.key(key)
    when (encryption) {
        "kms" -> builder.serverSideEncryption(ServerSideEncryption.AWS_KMS)
        "s3" -> builder.serverSideEncryption(ServerSideEncryption.AES256)
    }
    // => PutObject SSE-KMS|SSE-S3|default
    s3.putObject(builder.build(), RequestBody.empty())
}

fun withOptional(bucket: String, key: String, kmsKeyId: String?) {
    val request = with(PutObjectRequest.builder()) {
        bucket(bucket)
        key(key)
        kmsKeyId?.let { serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(it) }
        build()
    }
    // => PutObject SSE-KMS|default
    s3.putObject(request, RequestBody.empty())
}

fun customised(bucket: String, key: String, configure: PutObjectRequest.Builder.() -> Unit = {}) {
    val request = PutObjectRequest.builder().bucket(bucket).key(key).apply(configure).build()
    // => PutObject ?
    s3.putObject(request, RequestBody.empty())
}

fun hooked(bucket: String, key: String, hook: (PutObjectRequest.Builder) -> Unit) {
    val builder = PutObjectRequest.builder().bucket(bucket).key(key)
    hook(builder)
    // => PutObject ?
    s3.putObject(builder.build(), RequestBody.empty())
}

fun forwarded(request: PutObjectRequest) = s3.run {
    // => PutObject ?
    putObject(request, RequestBody.empty())
}
