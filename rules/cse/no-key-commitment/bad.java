import software.amazon.encryption.s3.CommitmentPolicy;
import software.amazon.encryption.s3.S3EncryptionClient;

class Reports {
  S3EncryptionClient client(String keyId) {
    return S3EncryptionClient.builderV4()
        .kmsKeyId(keyId)
        .commitmentPolicy(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT) // want "still writes objects that are not bound"
        .build();
  }
}
