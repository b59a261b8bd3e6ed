import com.amazonaws.services.s3.AmazonS3EncryptionV2;
import com.amazonaws.services.s3.AmazonS3EncryptionClientV2Builder;
import com.amazonaws.services.s3.model.KMSEncryptionMaterialsProvider;

class Reports {
  AmazonS3EncryptionV2 client(String keyId) {
    return AmazonS3EncryptionClientV2Builder.standard() // want "this is a V2 encryption client"
        .withEncryptionMaterialsProvider(new KMSEncryptionMaterialsProvider(keyId))
        .build();
  }
}
