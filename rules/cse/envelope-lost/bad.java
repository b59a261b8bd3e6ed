import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.encryption.s3.S3EncryptionClient;

class Reports {
  void publish(String keyId, String text) {
    S3EncryptionClient s3 = S3EncryptionClient.builderV4().kmsKeyId(keyId).build();
    s3.putObject(put -> put.bucket("drafts").key("2026.csv"), RequestBody.fromString(text));
    s3.copyObject(copy -> copy
        .sourceBucket("drafts")
        .sourceKey("2026.csv")
        .destinationBucket("reports")
        .destinationKey("2026.csv")
        .metadataDirective("REPLACE") // want "can never be decrypted"
        .metadata(Map.of("year", "2026")));
  }
}
