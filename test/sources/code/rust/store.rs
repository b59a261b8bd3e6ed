use aws_sdk_s3 as s3;
use s3::types::ServerSideEncryption as Sse;
use std::sync::Arc;

const KMS_KEY: &str = "alias/store";

#[derive(Clone)]
pub struct Store {
    client: Arc<s3::Client>,
    bucket: String,
}

impl Store {
    pub fn new(client: s3::Client, bucket: impl Into<String>) -> Self {
        Self { client: Arc::new(client), bucket: bucket.into() }
    }

    pub async fn put(&self, key: &str, body: Vec<u8>) -> Result<(), s3::Error> {
        // => PutObject SSE-KMS key=alias/store
        self.client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .body(body.into())
            .server_side_encryption(Sse::AwsKms)
            .ssekms_key_id(KMS_KEY)
            .send()
            .await?;
        Ok(())
    }

    pub async fn get(&self, key: &str) -> Result<Vec<u8>, s3::Error> {
        // => GetObject default
        let object = self.client.get_object().bucket(&self.bucket).key(key).send().await?;
        Ok(object.body.collect().await.unwrap().to_vec())
    }
}
