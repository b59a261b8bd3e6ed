use aws_sdk_s3::types::ServerSideEncryption;
use aws_sdk_s3::Client;

struct Config {
    bucket: &'static str,
    key_id: Option<&'static str>,
}

const CONFIG: Config = Config { bucket: "config", key_id: Some("alias/config") };

pub async fn put(client: &Client) {
    // => PutObject SSE-KMS key=alias/config
    client
        .put_object()
        .bucket(CONFIG.bucket)
        .key("k")
        .server_side_encryption(ServerSideEncryption::AwsKms)
        .set_ssekms_key_id(CONFIG.key_id.map(|id| id.to_string()))
        .send()
        .await
        .unwrap();
}
