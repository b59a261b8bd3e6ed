package com.example.app;

import com.example.app.config.StorageProperties;
import java.io.InputStream;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

@Service
@RequiredArgsConstructor
public class HelperMethods {
  private final S3Client s3Client;
  private final StorageProperties properties;

  public String save(String name, InputStream in, long size) {
    var request = encrypted(PutObjectRequest.builder().bucket(properties.getBucket()).key(name)).build();
    // => PutObject SSE-KMS|default
    s3Client.putObject(request, RequestBody.fromInputStream(in, size));
    return name;
  }

  private PutObjectRequest.Builder encrypted(PutObjectRequest.Builder builder) {
    if (properties.getKmsKeyId() != null) {
      builder.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(properties.getKmsKeyId());
    }
    return builder;
  }

  public void rename(String from, String to) {
    CopyObjectRequest copy = copyOf(from, to);
    // => CopyObject SSE-S3
    s3Client.copyObject(copy);
    // => CopyObject default
    s3Client.copyObject(c -> c.sourceBucket("a").sourceKey(from).destinationBucket("b").destinationKey(to));
  }

  private static CopyObjectRequest copyOf(String from, String to) {
    return CopyObjectRequest.builder()
        .sourceBucket("a")
        .sourceKey(from)
        .destinationBucket("a")
        .destinationKey(to)
        .serverSideEncryption(ServerSideEncryption.AES256)
        .build();
  }

  public void optional(String name, Optional<String> kmsKey, String mode) {
    PutObjectRequest.Builder builder = PutObjectRequest.builder().bucket("a").key(name);
    switch (mode) {
      case "kms":
        builder.serverSideEncryption(ServerSideEncryption.AWS_KMS);
        break;
      case "none":
        break;
      default:
        builder.serverSideEncryption(ServerSideEncryption.AES256);
    }
    // => PutObject SSE-KMS|SSE-S3|default
    s3Client.putObject(builder.build(), RequestBody.empty());
  }

  public void fromConfiguration(String name) {
    // => PutObject ?
    s3Client.putObject(
        r -> r.bucket("a").key(name).serverSideEncryption(properties.getSse()), RequestBody.empty());
  }
}
