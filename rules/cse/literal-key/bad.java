import javax.crypto.spec.SecretKeySpec;
import software.amazon.encryption.s3.S3EncryptionClient;

class Reports {
  S3EncryptionClient client() {
    return S3EncryptionClient.builderV4()
        .aesKey(new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(), "AES")) // want "is written here"
        .build();
  }
}
