package com.example.chain;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import java.io.File;
import java.net.URI;

public class ResponseChain {
    private S3Client getClient() {
        return S3Client.builder()
                .endpointOverride(URI.create("http://localhost:4566"))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .build();
    }

    public void roundTrip(String bucket, String key) {
        // => PutObject SSE-KMS key=alias/local
        String etag = getClient().putObject(req -> {
            req.bucket(bucket);
            req.key(key);
            req.serverSideEncryption("aws:kms");
            req.ssekmsKeyId("alias/local");
        }, RequestBody.fromString("hello")).eTag();

        try (S3Client s3 = getClient();
             // => GetObject default
             ResponseInputStream<GetObjectResponse> in = s3.getObject(r -> r.bucket(bucket).key(key))) {
            System.out.println(etag + in.response().serverSideEncryptionAsString());
        } catch (Exception e) {
            throw new RuntimeException(e);
        }
        // => GetObject default
        getClient().getObject(r -> r.bucket(bucket).key(key), ResponseTransformer.toFile(new File("x")));
    }
}
