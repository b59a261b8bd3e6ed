package com.example.generic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;

public class Generic {
  private static final Logger LOG = LoggerFactory.getLogger(Generic.class);
  private static final ServerSideEncryption SSE = ServerSideEncryption.AES256;
  private final S3Client s3Client;

  public Generic() {
    this(S3Client.create());
  }

  public Generic(S3Client s3Client) {
    this.s3Client = s3Client;
  }

  public void uploadDirectory(Path root, String bucketName) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(Files::isRegularFile).forEach(file -> {
        LOG.info("uploading {}", file);
        // => PutObject SSE-S3
        s3Client.putObject(PutObjectRequest.builder().bucket(bucketName).key(root.relativize(file).toString()).serverSideEncryption(SSE).build(), file);
      });
    }
  }

  public void uploadAll(List<Path> files, String bucketName) {
    for (Path file : files) {
      PutObjectRequest request = PutObjectRequest.builder().bucket(bucketName).key(file.getFileName().toString()).build();
      // => PutObject default
      s3Client.putObject(request, RequestBody.fromFile(file));
    }
  }

  public void customised(String bucketName, String key, Consumer<PutObjectRequest.Builder> customizer) {
    PutObjectRequest.Builder builder = PutObjectRequest.builder().bucket(bucketName).key(key);
    customizer.accept(builder);
    // => PutObject ?
    s3Client.putObject(builder.build(), RequestBody.empty());
  }

  public void given(PutObjectRequest request) {
    // => PutObject ?
    s3Client.putObject(request, RequestBody.empty());
  }

  public PutBucketEncryptionResponse bucketDefault(String bucketName, String keyArn) {
    return s3Client.putBucketEncryption(b -> b
        .bucket(bucketName)
        .serverSideEncryptionConfiguration(c -> c.rules(r -> r
            .applyServerSideEncryptionByDefault(d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(keyArn))
            .bucketKeyEnabled(true))));
  }
}
