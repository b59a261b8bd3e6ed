package com.example.kotlin

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.model.PutObjectRequest
import aws.sdk.kotlin.services.s3.model.PutObjectResponse
import io.mockk.coEvery
import io.mockk.coVerify
import io.mockk.mockk
import kotlinx.coroutines.test.runTest
import kotlin.test.Test

class Tests {
    private val s3: S3Client = mockk()

    @Test
    fun `puts with a key`() = runTest {
        coEvery { s3.putObject(any()) } returns PutObjectResponse {}
        // => PutObject SSE-KMS
        s3.putObject(PutObjectRequest {
            bucket = "b"
            key = "k"
            serverSideEncryption = aws.sdk.kotlin.services.s3.model.ServerSideEncryption.AwsKms
        })
        coVerify(exactly = 1) { s3.putObject(any()) }
    }
}
