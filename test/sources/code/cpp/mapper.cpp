#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>
#include <aws/s3/model/ServerSideEncryption.h>
#include <cstdlib>

using Aws::S3::Model::ServerSideEncryptionMapper::GetServerSideEncryptionForName;

void fromName(const Aws::S3::S3Client& client, const Aws::String& configured) {
    Aws::S3::Model::PutObjectRequest request;
    request.SetBucket("b");
    request.SetKey("k");
    request.SetServerSideEncryption(Aws::S3::Model::ServerSideEncryptionMapper::GetServerSideEncryptionForName("aws:kms"));
    // => PutObject SSE-KMS
    client.PutObject(request);

    Aws::S3::Model::PutObjectRequest other;
    other.SetBucket("b");
    other.SetKey("k2");
    if (!configured.empty()) other.SetServerSideEncryption(GetServerSideEncryptionForName(configured));
    // => PutObject ?|default
    client.PutObject(other);
}

#ifdef WITH_KMS
void withKms(const Aws::S3::S3Client& client) {
    Aws::S3::Model::PutObjectRequest request;
    request.SetBucket("b");
    request.SetKey("k");
    request.SetServerSideEncryption(Aws::S3::Model::ServerSideEncryption::aws_kms);
    // => PutObject SSE-KMS
    client.PutObject(request);
}
#endif
