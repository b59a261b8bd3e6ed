import javax.crypto.SecretKey;
import software.amazon.encryption.s3.S3EncryptionClient;

class Reports {
  S3EncryptionClient client(SecretKey key) {
    return S3EncryptionClient.builderV4().aesKey(key).build();
  }
}
