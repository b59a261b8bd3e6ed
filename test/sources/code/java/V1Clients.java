package com.example.legacy;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.Protocol;
import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3Client;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.InitiateMultipartUploadRequest;
import com.amazonaws.services.s3.model.ObjectMetadata;
import com.amazonaws.services.s3.model.PutObjectRequest;
import com.amazonaws.services.s3.model.UploadPartRequest;
import com.amazonaws.services.s3.transfer.TransferManager;
import com.amazonaws.services.s3.transfer.TransferManagerBuilder;
import com.amazonaws.services.s3.transfer.Upload;
import java.io.File;

public class V1Clients {
  private static AmazonS3 plain() {
    ClientConfiguration configuration = new ClientConfiguration().withProtocol(Protocol.HTTP);
    return AmazonS3ClientBuilder.standard()
        .withClientConfiguration(configuration)
        .withCredentials(new DefaultAWSCredentialsProviderChain())
        .build();
  }

  private static AmazonS3 local() {
    return AmazonS3ClientBuilder.standard()
        .withEndpointConfiguration(new EndpointConfiguration("http://minio:9000", "us-east-1"))
        .withPathStyleAccessEnabled(true)
        .build();
  }

  public static void main(String[] args) throws InterruptedException {
    AmazonS3 s3 = plain();
    // => PutObject default
    s3.putObject("bucket", "key", new File(args[0]));
    TransferManager manager = TransferManagerBuilder.standard().withS3Client(local()).build();
    PutObjectRequest request = new PutObjectRequest("bucket", "key", new File(args[0]));
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setSSEAlgorithm("aws:kms");
    request.setMetadata(metadata);
    // => PutObject SSE-KMS
    Upload upload = manager.upload(request);
    upload.waitForCompletion();
    // => PutObject default
    manager.upload("bucket", "other", new File(args[0]));
  }

  void parts(AmazonS3Client client, File file) {
    ObjectMetadata metadata = new ObjectMetadata();
    metadata.setSSEAlgorithm(ObjectMetadata.AES_256_SERVER_SIDE_ENCRYPTION);
    InitiateMultipartUploadRequest start = new InitiateMultipartUploadRequest("bucket", "big").withObjectMetadata(metadata);
    // => CreateMultipartUpload SSE-S3
    String id = client.initiateMultipartUpload(start).getUploadId();
    // => UploadPart default
    client.uploadPart(new UploadPartRequest().withBucketName("bucket").withKey("big").withUploadId(id).withPartNumber(1).withFile(file));
  }
}
