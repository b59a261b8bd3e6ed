use aws_sdk_s3::operation::put_object::builders::PutObjectFluentBuilder;
use aws_sdk_s3::types::ServerSideEncryption;
use aws_sdk_s3::Client;

fn encrypted(request: PutObjectFluentBuilder) -> PutObjectFluentBuilder {
    request.server_side_encryption(ServerSideEncryption::AwsKms).ssekms_key_id("alias/helper")
}

fn algorithm() -> ServerSideEncryption {
    ServerSideEncryption::Aes256
}

pub async fn put(client: &Client, key: &str) -> Result<(), Box<dyn std::error::Error>> {
    // => PutObject SSE-KMS key=alias/helper
    encrypted(client.put_object().bucket("helper").key(key)).send().await?;
    // => PutObject SSE-S3
    client.put_object().bucket("helper").key(key).server_side_encryption(algorithm()).send().await?;
    // => PutObject SSE-KMS
    client.put_object().bucket("h").key("k").server_side_encryption(ServerSideEncryption::from("aws:kms")).send().await?;
    // => PutObject SSE-KMS
    client.put_object().bucket("h").key("k").server_side_encryption("aws:kms".into()).send().await?;
    Ok(())
}
