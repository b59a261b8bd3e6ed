package com.example.kotlin

import com.google.cloud.storage.BlobInfo
import com.google.cloud.storage.Storage
import io.minio.MinioClient
import io.minio.PutObjectArgs
import io.minio.CopyObjectArgs

interface FileStore {
    fun putObject(name: String)
    fun getObject(name: String): ByteArray
}

class Other(private val minio: MinioClient, private val gcs: Storage, private val store: FileStore) {
    fun run() {
        minio.putObject(PutObjectArgs.builder().bucket("b").`object`("o").build())
        minio.copyObject(CopyObjectArgs.builder().bucket("b").`object`("o").build())
        gcs.create(BlobInfo.newBuilder("b", "o").build())
        store.putObject("x")
        store.getObject("x")
    }
}
