#include <aws/core/utils/threading/PooledThreadExecutor.h>
#include <aws/transfer/TransferManager.h>
#include <aws/s3/S3Client.h>
#include <aws/s3/model/CopyObjectRequest.h>
#include <aws/s3/model/UploadPartCopyRequest.h>

bool copy(const std::unique_ptr<Aws::S3::S3Client>& client, const Aws::String& from, const Aws::String& to, bool kms) {
    Aws::S3::Model::CopyObjectRequest request;
    request.WithCopySource(from + "/k").WithKey("k").WithBucket(to);
    request.SetServerSideEncryption(kms ? Aws::S3::Model::ServerSideEncryption::aws_kms : Aws::S3::Model::ServerSideEncryption::AES256);
    // => CopyObject SSE-KMS|SSE-S3
    Aws::S3::Model::CopyObjectOutcome outcome = client->CopyObject(request);
    if (!outcome.IsSuccess()) {
        const Aws::S3::S3Error& err = outcome.GetError();
        throw std::runtime_error(err.GetMessage().c_str());
    }
    Aws::S3::Model::UploadPartCopyRequest part;
    part.SetBucket(to);
    part.SetCopySource(from);
    part.SetUploadId("id");
    part.SetKey("k");
    // => UploadPartCopy default
    return client->UploadPartCopy(part).IsSuccess();
}
