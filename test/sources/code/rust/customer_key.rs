use aws_sdk_s3::Client;
use base64::{engine::general_purpose::STANDARD, Engine as _};

pub async fn put(client: &Client, key: &[u8; 32]) -> Result<(), aws_sdk_s3::Error> {
    let encoded = STANDARD.encode(key);
    let digest = STANDARD.encode(md5::compute(key).0);
    // => PutObject SSE-C
    client
        .put_object()
        .bucket("b")
        .key("k")
        .sse_customer_algorithm("AES256")
        .sse_customer_key(&encoded)
        .sse_customer_key_md5(&digest)
        .send()
        .await?;
    // => GetObject SSE-C
    client
        .get_object()
        .bucket("b")
        .key("k")
        .sse_customer_algorithm("AES256")
        .sse_customer_key(encoded.clone())
        .sse_customer_key_md5(digest.clone())
        .send()
        .await?;
    // => CopyObject SSE-C
    client
        .copy_object()
        .copy_source("b/k")
        .bucket("b")
        .key("k2")
        .copy_source_sse_customer_algorithm("AES256")
        .copy_source_sse_customer_key(&encoded)
        .copy_source_sse_customer_key_md5(&digest)
        .sse_customer_algorithm("AES256")
        .sse_customer_key(&encoded)
        .sse_customer_key_md5(&digest)
        .send()
        .await?;
    Ok(())
}
