package com.example.kotlin

import org.springframework.beans.factory.annotation.Value
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.stereotype.Service
import org.springframework.web.multipart.MultipartFile
import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.model.*
import java.net.URI

@Configuration
class S3Configuration {
    @Bean
    fun s3Client(@Value("\${aws.endpoint}") endpoint: String): S3Client =
        S3Client.builder()
            .region(Region.EU_WEST_1)
            .endpointOverride(URI.create("http://localstack:4566"))
            .forcePathStyle(true)
            .build()
}

@Service
class FileService(
    private val s3Client: S3Client,
    @Value("\${aws.bucket}") private val bucket: String,
) {
    fun upload(file: MultipartFile): String {
        val key = "uploads/${file.originalFilename}"
        val putObjectRequest = PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(file.contentType)
            .serverSideEncryption(ServerSideEncryption.AES256)
            .build()
        // => PutObject SSE-S3
        s3Client.putObject(putObjectRequest, RequestBody.fromInputStream(file.inputStream, file.size))
        return key
    }

    fun find(key: String): ByteArray? = try {
        // => GetObject default
        s3Client.getObjectAsBytes { it.bucket(bucket).key(key) }.asByteArray()
    } catch (e: NoSuchKeyException) {
        null
    }

    fun copy(from: String, to: String) {
        // => CopyObject SSE-KMS key=alias/files
        s3Client.copyObject { request ->
            request.sourceBucket(bucket).sourceKey(from)
            request.destinationBucket(bucket).destinationKey(to)
            request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
            request.ssekmsKeyId("alias/files")
        }
    }
}
