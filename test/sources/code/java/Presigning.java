package com.example.links;

import java.net.URL;
import java.time.Duration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;

public class Presigning {
  private final S3Presigner presigner = S3Presigner.create();

  public URL upload(String bucket, String key) {
    PutObjectRequest objectRequest = PutObjectRequest.builder().bucket(bucket).key(key).serverSideEncryption(ServerSideEncryption.AWS_KMS).build();
    PutObjectPresignRequest presign = PutObjectPresignRequest.builder().signatureDuration(Duration.ofMinutes(10)).putObjectRequest(objectRequest).build();
    // => PutObject SSE-KMS
    PresignedPutObjectRequest presigned = presigner.presignPutObject(presign);
    return presigned.url();
  }

  public URL uploadPlain(String bucket, String key) {
    // => PutObject default
    return presigner.presignPutObject(p -> p.signatureDuration(Duration.ofHours(1)).putObjectRequest(o -> o.bucket(bucket).key(key))).url();
  }

  public URL download(String bucket, String key) {
    GetObjectRequest get = GetObjectRequest.builder().bucket(bucket).key(key).build();
    // => GetObject default
    return presigner.presignGetObject(r -> r.signatureDuration(Duration.ofMinutes(5)).getObjectRequest(get)).url();
  }
}
