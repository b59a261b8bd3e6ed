package com.example.fields;

import static com.example.fields.Names.BUCKET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

@ApplicationScoped
public class TextAndFields {
  @ConfigProperty(name = "bucket.name")
  String bucketName;

  @Inject
  S3Client s3;

  protected String kmsKeyId = "alias/" + Names.APP;

  public void put(String name) {
    final String sse = """
        aws:kms""";
    // => PutObject SSE-KMS key=alias/orders
    s3.putObject(buildPutRequest(name, sse), RequestBody.fromString("x"));
  }

  protected PutObjectRequest buildPutRequest(String name, String sse) {
    return PutObjectRequest.builder()
        .bucket(bucketName)
        .key("%s/%s".formatted(BUCKET, name))
        .contentType("text/plain")
        .serverSideEncryption(sse)
        .ssekmsKeyId(kmsKeyId)
        .build();
  }
}

final class Names {
  static final String BUCKET = "orders";
  static final String APP = "orders";

  private Names() {}
}
