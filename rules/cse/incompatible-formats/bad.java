import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.kms.KmsMasterKeyProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.encryption.s3.S3EncryptionClient;

class Reports {
  byte[] roundTrip(byte[] data, KmsMasterKeyProvider provider, String keyId) {
    byte[] ciphertext = AwsCrypto.standard().encryptData(provider, data).getResult();
    S3Client.create().putObject(put -> put.bucket("reports").key("2026.csv"), RequestBody.fromBytes(ciphertext));
    S3EncryptionClient s3 = S3EncryptionClient.builderV4().kmsKeyId(keyId).build();
    return s3.getObjectAsBytes(get -> get.bucket("reports").key("2026.csv")).asByteArray(); // want "whose formats differ"
  }
}
