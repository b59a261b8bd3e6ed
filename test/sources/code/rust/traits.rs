use async_trait::async_trait;
use aws_sdk_s3::{types::ServerSideEncryption, Client};

#[async_trait]
pub trait Blobs {
    async fn save(&self, key: &str, body: Vec<u8>) -> Result<(), String>;
}

pub struct S3Blobs {
    pub client: Client,
    pub sse: ServerSideEncryption,
}

#[async_trait]
impl Blobs for S3Blobs {
    async fn save(&self, key: &str, body: Vec<u8>) -> Result<(), String> {
        let Some(name) = key.split('/').last() else {
            return Err("no name".into());
        };
        // => PutObject ?
        match self
            .client
            .put_object()
            .bucket("traits")
            .key(name)
            .server_side_encryption(self.sse.clone())
            .body(body.into())
            .send()
            .await
        {
            Ok(_) => Ok(()),
            Err(error) => Err(error.to_string()),
        }
    }
}
