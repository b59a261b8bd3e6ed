use aws_sdk_s3::types::{MetadataDirective, ServerSideEncryption};
use aws_sdk_s3::{Client, Error};

pub async fn copy(client: &Client, from: &str, to: &str, key: &str) -> Result<(), Error> {
    let source = format!("{from}/{key}");
    // => CopyObject DSSE-KMS
    client
        .copy_object()
        .copy_source(source)
        .bucket(to)
        .key(key)
        .metadata_directive(MetadataDirective::Copy)
        .server_side_encryption(ServerSideEncryption::AwsKmsDsse)
        .send()
        .await
        .map_err(Error::from)?;
    // => HeadObject default
    client.head_object().bucket(to).key(key).send().await?;
    Ok(())
}
