use aws_sdk_s3::types::ServerSideEncryption;
use aws_sdk_s3::Client;

pub struct Options {
    pub kms_key: Option<String>,
    pub encrypt: bool,
}

pub async fn put(client: &Client, options: &Options, key: &str) -> anyhow::Result<()> {
    let mut request = client.put_object().bucket("branches").key(key);
    if let Some(kms_key) = &options.kms_key {
        request = request
            .server_side_encryption(ServerSideEncryption::AwsKms)
            .ssekms_key_id(kms_key);
    } else if options.encrypt {
        request = request.server_side_encryption(ServerSideEncryption::Aes256);
    }
    // => PutObject SSE-KMS|SSE-S3|default
    request.send().await?;
    Ok(())
}

pub async fn choose(client: &Client, secure: bool) -> anyhow::Result<()> {
    let sse = if secure { ServerSideEncryption::AwsKms } else { ServerSideEncryption::Aes256 };
    // => PutObject SSE-KMS|SSE-S3
    client.put_object().bucket("b").key("k").server_side_encryption(sse).send().await?;
    Ok(())
}

pub async fn matched(client: &Client, mode: &str) -> anyhow::Result<()> {
    let sse = match mode {
        "kms" => ServerSideEncryption::AwsKms,
        "dsse" => ServerSideEncryption::AwsKmsDsse,
        _ => ServerSideEncryption::Aes256,
    };
    // => PutObject SSE-KMS|DSSE-KMS|SSE-S3
    client.put_object().bucket("b").key("k").server_side_encryption(sse).send().await?;
    Ok(())
}

pub async fn optional(client: &Client, sse: Option<ServerSideEncryption>) -> anyhow::Result<()> {
    // => PutObject ?
    client.put_object().bucket("b").key("k").set_server_side_encryption(sse).send().await?;
    Ok(())
}
