package com.example.factory;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.CannedAccessControlList;
import com.amazonaws.services.s3.model.ObjectMetadata;
import com.amazonaws.services.s3.model.PutObjectRequest;
import com.amazonaws.services.s3.model.SSEAwsKeyManagementParams;
import com.amazonaws.services.s3.model.SSECustomerKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

public abstract class StaticFactory {
  protected abstract AmazonS3 amazonS3();

  private String encryption = "none";
  private String keyId;

  public void setEncryption(String encryption) {
    this.encryption = encryption;
  }

  public void store(String bucket, String path, byte[] content) {
    InputStream stream = new ByteArrayInputStream(content);
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setContentLength(content.length);
    PutObjectRequest request = new PutObjectRequest(bucket, path, stream, metadata).withCannedAcl(CannedAccessControlList.Private);
    if (encryption.equals("kms")) {
      request = request.withSSEAwsKeyManagementParams(keyId == null ? new SSEAwsKeyManagementParams() : new SSEAwsKeyManagementParams(keyId));
    } else if (encryption.equals("s3")) {
      metadata.setSSEAlgorithm(ObjectMetadata.AES_256_SERVER_SIDE_ENCRYPTION);
    } else if (encryption.equals("c")) {
      request.setSSECustomerKey(new SSECustomerKey(keyId));
    }
    // => PutObject SSE-KMS|SSE-S3|SSE-C|default
    amazonS3().putObject(request);
  }
}
