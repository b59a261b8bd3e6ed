use aws_config::BehaviorVersion;
use aws_sdk_s3::config::{Builder, Region};
use aws_sdk_s3::Client;

pub async fn client() -> Client {
    let shared = aws_config::defaults(BehaviorVersion::latest()).load().await;
    let config = Builder::from(&shared)
        .region(Region::new("us-east-1"))
        .endpoint_url("http://minio.example.com:9000")
        .force_path_style(true)
        .build();
    Client::from_conf(config)
}

pub async fn put(body: &'static str) {
    // => PutObject default
    client().await.put_object().bucket("b").key("k").body(body.as_bytes().to_vec().into()).send().await.unwrap();
}
