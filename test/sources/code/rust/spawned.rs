use aws_sdk_s3::types::ServerSideEncryption::AwsKms;
use aws_sdk_s3::Client;

pub async fn all(client: Client, keys: Vec<String>) {
    let mut handles = vec![];
    for key in keys {
        let client = client.clone();
        handles.push(tokio::spawn(async move {
            // => PutObject SSE-KMS
            client
                .put_object()
                .bucket("spawned")
                .key(key)
                .server_side_encryption(AwsKms)
                .send()
                .await
        }));
    }
    for handle in handles {
        handle.await.unwrap().unwrap();
    }
}
