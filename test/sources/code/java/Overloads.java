package com.example.overloads;

import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

public class Overloads {
  private final S3Client s3;
  private final String kmsKeyId;

  public Overloads(S3Client s3) {
    this(s3, null);
  }

  public Overloads(S3Client s3, String kmsKeyId) {
    this.s3 = s3;
    this.kmsKeyId = kmsKeyId;
  }

  public void upload(String key, byte[] body) {
    upload(key, body, Map.of());
  }

  public void upload(String key, byte[] body, Map<String, String> metadata) {
    upload(key, body, metadata, ServerSideEncryption.AWS_KMS);
  }

  private void upload(String key, byte[] body, Map<String, String> metadata, ServerSideEncryption sse) {
    // => PutObject SSE-KMS
    s3.putObject(
        PutObjectRequest.builder().bucket("b").key(key).metadata(metadata).serverSideEncryption(sse).ssekmsKeyId(kmsKeyId).build(),
        RequestBody.fromBytes(body));
  }

  private PutObjectRequest.Builder secure(PutObjectRequest.Builder builder) {
    if (kmsKeyId == null) {
      return builder;
    }
    return builder.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(kmsKeyId);
  }

  public void secured(String key) {
    // => PutObject SSE-KMS|default
    s3.putObject(secure(PutObjectRequest.builder().bucket("b").key(key)).build(), RequestBody.empty());
  }
}
