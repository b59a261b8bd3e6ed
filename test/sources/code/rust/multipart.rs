use aws_sdk_s3::operation::create_multipart_upload::CreateMultipartUploadOutput;
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart, ServerSideEncryption};
use aws_sdk_s3::Client;

pub async fn upload(client: &Client, chunks: Vec<Vec<u8>>) -> Result<(), aws_sdk_s3::Error> {
    // => CreateMultipartUpload SSE-KMS
    let created: CreateMultipartUploadOutput = client
        .create_multipart_upload()
        .bucket("big")
        .key("k")
        .server_side_encryption(ServerSideEncryption::AwsKms)
        .bucket_key_enabled(true)
        .send()
        .await?;
    let upload_id = created.upload_id().unwrap();
    let mut parts = Vec::new();
    for (index, chunk) in chunks.into_iter().enumerate() {
        // => UploadPart default
        let part = client
            .upload_part()
            .bucket("big")
            .key("k")
            .upload_id(upload_id)
            .part_number(index as i32 + 1)
            .body(chunk.into())
            .send()
            .await?;
        parts.push(CompletedPart::builder().e_tag(part.e_tag.unwrap_or_default()).build());
    }
    let completed = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
    // => CompleteMultipartUpload default
    client
        .complete_multipart_upload()
        .bucket("big")
        .key("k")
        .upload_id(upload_id)
        .multipart_upload(completed)
        .send()
        .await?;
    Ok(())
}
