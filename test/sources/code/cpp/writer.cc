#include "writer.h"

#include <aws/core/utils/HashingUtils.h>
#include <aws/core/utils/memory/stl/AWSStringStream.h>
#include <aws/s3/model/CompleteMultipartUploadRequest.h>
#include <aws/s3/model/CreateMultipartUploadRequest.h>
#include <aws/s3/model/HeadObjectRequest.h>
#include <aws/s3/model/UploadPartRequest.h>

using Aws::S3::Model::CompleteMultipartUploadRequest;
using Aws::S3::Model::CreateMultipartUploadRequest;
using Aws::S3::Model::HeadObjectRequest;
using Aws::S3::Model::UploadPartRequest;
namespace S3Model = Aws::S3::Model;

namespace io {
namespace {

template <typename ObjectRequest>
struct ObjectMetadataSetter {};

const Aws::String kAlgorithm = "AES256";

}  // namespace

Status Writer::Init() {
  CreateMultipartUploadRequest req;
  req.SetBucket(ToAwsString(path_.bucket));
  req.SetKey(ToAwsString(path_.key));
  req.SetServerSideEncryption(S3Model::ServerSideEncryption::AES256);
  // => CreateMultipartUpload SSE-S3
  auto outcome = holder_->CreateMultipartUpload(req);
  if (!outcome.IsSuccess()) {
    return ErrorToStatus("CreateMultipartUpload", outcome.GetError());
  }
  upload_id_ = outcome.GetResult().GetUploadId();
  return Status::OK();
}

Status Writer::UploadPart(const void* data, int64_t nbytes) {
  UploadPartRequest req{};
  req.SetBucket(ToAwsString(path_.bucket));
  req.SetKey(ToAwsString(path_.key));
  req.SetUploadId(upload_id_);
  req.SetPartNumber(part_number_);
  req.SetContentLength(nbytes);
  // => UploadPart default
  auto outcome = holder_->UploadPart(req);
  ++part_number_;
  return outcome.IsSuccess() ? Status::OK() : ErrorToStatus("UploadPart", outcome.GetError());
}

Status Writer::Close() {
  S3Model::CompletedMultipartUpload completed;
  completed.SetParts(upload_parts_);
  CompleteMultipartUploadRequest req;
  req.WithBucket(ToAwsString(path_.bucket)).WithKey(ToAwsString(path_.key)).WithUploadId(upload_id_).WithMultipartUpload(std::move(completed));
  // => CompleteMultipartUpload default
  auto outcome = holder_->CompleteMultipartUpload(std::move(req));
  return outcome.IsSuccess() ? Status::OK() : Status::IOError("close");
}

Status Writer::Customer(const Aws::Utils::ByteBuffer& key) {
  const auto encoded = Aws::Utils::HashingUtils::Base64Encode(key);
  const auto md5 = Aws::Utils::HashingUtils::Base64Encode(Aws::Utils::HashingUtils::CalculateMD5(key));
  HeadObjectRequest head;
  head.SetBucket("b");
  head.SetKey("k");
  head.SetSSECustomerAlgorithm(kAlgorithm);
  head.SetSSECustomerKey(encoded);
  head.SetSSECustomerKeyMD5(md5);
  // => HeadObject SSE-C
  return holder_->HeadObject(head).IsSuccess() ? Status::OK() : Status::IOError("no");
}

}  // namespace io
