use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::ServerSideEncryption;
use aws_sdk_s3::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let config = aws_config::load_from_env().await;
    let client = Client::new(&config);
    // => PutObject SSE-KMS key=alias/app
    client
        .put_object()
        .bucket("app")
        .key("a.txt")
        .body(ByteStream::from_static(b"hello"))
        .server_side_encryption(ServerSideEncryption::AwsKms)
        .ssekms_key_id("alias/app")
        .send()
        .await?;
    // => PutObject default
    let _ = client.put_object().bucket("app").key("b").send().await?;
    // => GetObject default
    let out = client.get_object().bucket("app").key("b").send().await?;
    println!("{:?}", out.content_length());
    Ok(())
}
