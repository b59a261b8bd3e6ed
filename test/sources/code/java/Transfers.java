package com.example.transfer;

import java.nio.file.Paths;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.transfer.s3.S3TransferManager;
import software.amazon.awssdk.transfer.s3.model.CompletedFileUpload;
import software.amazon.awssdk.transfer.s3.model.FileUpload;
import software.amazon.awssdk.transfer.s3.model.UploadFileRequest;

public class Transfers implements AutoCloseable {
  private final S3AsyncClient async = S3AsyncClient.crtBuilder().build();
  private final S3TransferManager manager = S3TransferManager.builder().s3Client(async).build();

  public String upload(String bucket, String key, String path) {
    UploadFileRequest request =
        UploadFileRequest.builder()
            .putObjectRequest(b -> b.bucket(bucket).key(key).serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId("alias/x"))
            .source(Paths.get(path))
            .build();
    // => PutObject SSE-KMS key=alias/x
    FileUpload upload = manager.uploadFile(request);
    CompletedFileUpload done = upload.completionFuture().join();
    return done.response().eTag();
  }

  public void uploadLambda(String bucket, String key, String path) {
    PutObjectRequest put = PutObjectRequest.builder().bucket(bucket).key(key).build();
    // => PutObject default
    manager.uploadFile(u -> u.putObjectRequest(put).source(Paths.get(path)));
  }

  public CompletableFuture<Void> putAsync(String bucket, String key, byte[] data) {
    // => PutObject SSE-S3
    return async.putObject(r -> r.bucket(bucket).key(key).serverSideEncryption(ServerSideEncryption.AES256), AsyncRequestBody.fromBytes(data))
        .thenAccept(response -> System.out.println(response.eTag()));
  }

  @Override
  public void close() {
    manager.close();
    async.close();
  }
}
