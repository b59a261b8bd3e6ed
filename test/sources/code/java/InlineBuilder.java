package com.example.storage;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

public class InlineBuilder {
  public static void main(String[] args) {
    S3Client s3 = S3Client.builder().region(Region.EU_WEST_1).build();
    // => PutObject SSE-KMS key=alias/reports
    s3.putObject(
        PutObjectRequest.builder()
            .bucket("reports")
            .key("2026/q1.pdf")
            .serverSideEncryption(ServerSideEncryption.AWS_KMS)
            .ssekmsKeyId("alias/reports")
            .bucketKeyEnabled(true)
            .metadata(Map.of("origin", "ledger"))
            .build(),
        RequestBody.fromFile(Path.of(args[0])));
    // => PutObject SSE-S3
    s3.putObject(
        b -> b.bucket("reports").key("index.html").serverSideEncryption("AES256"),
        RequestBody.fromString("<html></html>"));
    // => PutObject default
    s3.putObject(PutObjectRequest.builder().bucket("reports").key("plain.txt").build(), RequestBody.empty());
    // => GetObject default
    s3.getObject(r -> r.bucket("reports").key("plain.txt"));
  }
}
