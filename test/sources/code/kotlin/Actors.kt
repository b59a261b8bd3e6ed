package com.example.kotlin

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.withContext
import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.s3.S3Client
import software.amazon.awssdk.services.s3.model.*

sealed interface Outcome {
    data class Stored(val key: String) : Outcome
    data object Skipped : Outcome
}

class Actors(val client: S3Client, val settings: Map<String, String>) {
    suspend fun store(name: String, body: ByteArray): Outcome = withContext(Dispatchers.IO) {
        if (body.isEmpty()) return@withContext Outcome.Skipped
        val builder = PutObjectRequest.builder().bucket(settings["bucket"]).key(name)
        settings["kms"]?.also { builder.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(it) }
        // => PutObject SSE-KMS|default
        client.putObject(builder.build(), RequestBody.fromBytes(body))
        Outcome.Stored(name)
    }

    fun all(names: List<String>): Flow<ByteArray> = flow {
        for (name in names) {
            // => GetObject default
            val bytes = client.getObjectAsBytes(GetObjectRequest.builder().bucket(settings["bucket"]).key(name).build())
            emit(bytes.asByteArray())
        }
    }
}
