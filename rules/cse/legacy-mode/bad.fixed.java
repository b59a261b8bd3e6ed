import software.amazon.encryption.s3.S3EncryptionClient;

class Reports {
  S3EncryptionClient client(String keyId) {
    return S3EncryptionClient.builderV4()
        .kmsKeyId(keyId)
        .build();
  }
}
