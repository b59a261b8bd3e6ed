package com.example.secure;

import java.security.MessageDigest;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;

public final class CustomerKeys {
  private static final String ALGORITHM = "AES256";
  private final S3Client s3 = S3Client.create();
  private final String key;
  private final String md5;

  public CustomerKeys(byte[] raw) throws Exception {
    this.key = Base64.getEncoder().encodeToString(raw);
    this.md5 = Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(raw));
  }

  public void put(String bucket, String name, byte[] body) {
    // => PutObject SSE-C
    s3.putObject(
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(name)
            .sseCustomerAlgorithm(ALGORITHM)
            .sseCustomerKey(key)
            .sseCustomerKeyMD5(md5)
            .build(),
        RequestBody.fromBytes(body));
  }

  public byte[] get(String bucket, String name) {
    // => GetObject SSE-C
    return s3.getObjectAsBytes(
            g -> g.bucket(bucket).key(name).sseCustomerAlgorithm(ALGORITHM).sseCustomerKey(key).sseCustomerKeyMD5(md5))
        .asByteArray();
  }

  public boolean exists(String bucket, String name) {
    try {
      // => HeadObject default
      s3.headObject(HeadObjectRequest.builder().bucket(bucket).key(name).build());
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  public void multipart(String bucket, String name) {
    // => CreateMultipartUpload SSE-C
    CreateMultipartUploadResponse response = s3.createMultipartUpload(
        CreateMultipartUploadRequest.builder().bucket(bucket).key(name)
            .sseCustomerAlgorithm(ALGORITHM).sseCustomerKey(key).sseCustomerKeyMD5(md5).build());
    UploadPartRequest part = UploadPartRequest.builder().bucket(bucket).key(name).uploadId(response.uploadId()).partNumber(1).build();
    // => UploadPart default
    s3.uploadPart(part, RequestBody.fromString("x"));
    // => CompleteMultipartUpload default
    s3.completeMultipartUpload(c -> c.bucket(bucket).key(name).uploadId(response.uploadId()));
  }
}
