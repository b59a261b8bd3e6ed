use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::types::ServerSideEncryption;
use aws_sdk_s3::Client;
use std::time::Duration;

pub async fn url(client: &Client) -> String {
    let expires = PresigningConfig::expires_in(Duration::from_secs(900)).unwrap();
    // => PutObject SSE-S3
    let request = client
        .put_object()
        .bucket("b")
        .key("k")
        .server_side_encryption(ServerSideEncryption::Aes256)
        .presigned(expires)
        .await
        .unwrap();
    request.uri().to_string()
}
