package com.example.legacy;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.*;
import java.io.File;
import java.io.InputStream;

public class V1Requests {
  private final AmazonS3 s3 = AmazonS3ClientBuilder.standard().withRegion("eu-west-1").build();

  public void kms(File file) {
    PutObjectRequest request =
        new PutObjectRequest("archive", "a/b.bin", file)
            .withSSEAwsKeyManagementParams(new SSEAwsKeyManagementParams("alias/archive"));
    // => PutObject SSE-KMS key=alias/archive
    s3.putObject(request);
  }

  public void kmsDefaultKey(File file) {
    // => PutObject SSE-KMS
    s3.putObject(new PutObjectRequest("archive", "a/b.bin", file).withSSEAwsKeyManagementParams(new SSEAwsKeyManagementParams()));
  }

  public void metadata(InputStream in) {
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setContentLength(12);
    metadata.setSSEAlgorithm(ObjectMetadata.AES_256_SERVER_SIDE_ENCRYPTION);
    metadata.addUserMetadata("owner", "billing");
    // => PutObject SSE-S3
    s3.putObject("archive", "x", in, metadata);
  }

  public void customerKey(File file, String base64Key) {
    SSECustomerKey key = new SSECustomerKey(base64Key);
    // => PutObject SSE-C
    s3.putObject(new PutObjectRequest("archive", "c", file).withSSECustomerKey(key));
    // => GetObject SSE-C
    s3.getObject(new GetObjectRequest("archive", "c").withSSECustomerKey(key));
    // => CopyObject SSE-S3
    s3.copyObject(
        new CopyObjectRequest("archive", "c", "archive", "d")
            .withSourceSSECustomerKey(key)
            .withNewObjectMetadata(sse()));
  }

  private ObjectMetadata sse() {
    ObjectMetadata m = new ObjectMetadata();
    m.setSSEAlgorithm("AES256");
    return m;
  }
}
