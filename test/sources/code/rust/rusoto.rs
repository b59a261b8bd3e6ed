use rusoto_core::Region;
use rusoto_s3::{GetObjectRequest, PutObjectRequest, S3Client, S3};

pub async fn put(body: Vec<u8>) {
    let client = S3Client::new(Region::EuWest1);
    // => PutObject SSE-KMS key=alias/rusoto
    client
        .put_object(PutObjectRequest {
            bucket: "b".to_string(),
            key: "k".to_owned(),
            body: Some(body.into()),
            server_side_encryption: Some("aws:kms".to_string()),
            ssekms_key_id: Some(String::from("alias/rusoto")),
            ..Default::default()
        })
        .await
        .expect("put");
    let request = GetObjectRequest { bucket: "b".into(), key: "k".into(), ..Default::default() };
    // => GetObject default
    client.get_object(request).await.unwrap();
}

pub struct Uploader {
    s3: S3Client,
}

impl Uploader {
    pub fn upload(&self, key: String) -> PutObjectRequest {
        PutObjectRequest { bucket: "b".into(), key, ..Default::default() }
    }

    pub async fn send(&self, key: String) {
        let mut request = self.upload(key);
        request.server_side_encryption = Some("AES256".into());
        // => PutObject SSE-S3
        self.s3.put_object(request).await.ok();
    }
}
