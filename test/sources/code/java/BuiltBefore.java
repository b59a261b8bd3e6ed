package com.example.storage;

import static software.amazon.awssdk.services.s3.model.ServerSideEncryption.AWS_KMS;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;

class BuiltBefore {
  private static final String KEY_ARN = "arn:aws:kms:eu-west-1:111122223333:key/" + "1234abcd-12ab-34cd-56ef-1234567890ab";
  private final S3Client s3;
  private final String bucket;

  BuiltBefore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  void store(String key, byte[] body) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .serverSideEncryption(AWS_KMS)
            .ssekmsKeyId(KEY_ARN)
            .build();
    // => PutObject SSE-KMS key=arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    s3.putObject(request, RequestBody.fromBytes(body));
  }

  void storeMaybe(String key, byte[] body, boolean secret) {
    PutObjectRequest.Builder builder = PutObjectRequest.builder().bucket(bucket).key(key);
    if (secret) {
      builder.serverSideEncryption(AWS_KMS).ssekmsKeyId(KEY_ARN);
    } else {
      builder.serverSideEncryption(ServerSideEncryption.AES256);
    }
    // => PutObject SSE-KMS|SSE-S3
    s3.putObject(builder.build(), RequestBody.fromBytes(body));
  }

  String multipart(String key) {
    CreateMultipartUploadRequest create =
        CreateMultipartUploadRequest.builder().bucket(bucket).key(key).serverSideEncryption(ServerSideEncryption.AWS_KMS_DSSE).ssekmsKeyId(KEY_ARN).build();
    // => CreateMultipartUpload DSSE-KMS
    CreateMultipartUploadResponse created = s3.createMultipartUpload(create);
    // => UploadPart default
    s3.uploadPart(p -> p.bucket(bucket).key(key).uploadId(created.uploadId()).partNumber(1), RequestBody.fromString("x"));
    return created.uploadId();
  }
}
