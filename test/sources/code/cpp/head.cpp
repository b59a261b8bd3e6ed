#include <aws/s3/S3Client.h>
#include <aws/s3/model/HeadObjectRequest.h>
#include <aws/s3/model/PutObjectRequest.h>

using namespace Aws::S3::Model;

namespace backup {

bool exists(const Aws::S3::S3Client& s3, const Aws::String& bucket, const Aws::String& key) {
    HeadObjectRequest request;
    request.SetBucket(bucket);
    request.SetKey(key);
    // => HeadObject default
    return s3.HeadObject(request).IsSuccess();
}

void store(const Aws::S3::S3Client& s3, const Aws::String& bucket, const Aws::String& key, bool kms) {
    PutObjectRequest request;
    request.SetBucket(bucket);
    request.SetKey(key);
    if (kms) {
        request.SetServerSideEncryption(ServerSideEncryption::aws_kms);
    } else {
        request.SetServerSideEncryption(ServerSideEncryption::AES256);
    }
    // => PutObject SSE-KMS|SSE-S3
    s3.PutObject(request);
}

}  // namespace backup
