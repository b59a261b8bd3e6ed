package com.example.writer;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class ChainsOfBranches {
  enum Sse { NONE, S3, KMS, CUSTOMER }

  record Settings(Sse sse, String keyId, String customerKey, String customerMd5) {}

  private final S3Client client;
  private final Settings settings;

  ChainsOfBranches(S3Client client, Settings settings) {
    this.client = client;
    this.settings = settings;
  }

  void write(String bucket, String key, byte[] body, String owner) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put("owner", owner);
    PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(bucket).key(key).metadata(metadata);
    if (settings.sse() == Sse.KMS) {
      request.serverSideEncryption(ServerSideEncryption.AWS_KMS);
      request.ssekmsKeyId(settings.keyId());
    } else if (settings.sse() == Sse.CUSTOMER) {
      request.sseCustomerAlgorithm("AES256").sseCustomerKey(settings.customerKey()).sseCustomerKeyMD5(settings.customerMd5());
    } else if (settings.sse() == Sse.S3) {
      request.serverSideEncryption(ServerSideEncryption.AES256);
    }
    // => PutObject SSE-KMS|SSE-C|SSE-S3|default
    client.putObject(request.build(), RequestBody.fromBytes(body));
  }

  void switched(String bucket, String key) {
    ServerSideEncryption sse = switch (settings.sse()) {
      case KMS -> ServerSideEncryption.AWS_KMS;
      case S3 -> ServerSideEncryption.AES256;
      default -> null;
    };
    // => PutObject SSE-KMS|SSE-S3|default
    client.putObject(p -> p.bucket(bucket).key(key).serverSideEncryption(sse), RequestBody.empty());
  }

  void ternary(String bucket, String key, boolean secret) {
    var mode = secret ? "aws:kms" : "AES256";
    // => PutObject SSE-KMS|SSE-S3
    client.putObject(p -> p.bucket(bucket).key(key).serverSideEncryption(mode), RequestBody.empty());
  }

  void early(String bucket, String key, boolean secret) {
    PutObjectRequest base = PutObjectRequest.builder().bucket(bucket).key(key).build();
    if (!secret) {
      // => PutObject default
      client.putObject(base, RequestBody.empty());
      return;
    }
    // => PutObject SSE-KMS
    client.putObject(base.toBuilder().serverSideEncryption("aws:kms").build(), RequestBody.empty());
  }
}
