#pragma once

#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>

#include <memory>
#include <string>

namespace storage {

struct Options {
  std::string bucket;
  std::string kms_key_id;
  bool encrypt = true;
};

class Uploader {
 public:
  explicit Uploader(std::shared_ptr<Aws::S3::S3Client> client, Options options)
      : client_(std::move(client)), options_(std::move(options)) {}

  bool Upload(const std::string& key, const std::shared_ptr<Aws::IOStream>& body) {
    auto request = Build(key);
    request.SetBody(body);
    // => PutObject SSE-KMS|default
    auto outcome = client_->PutObject(request);
    return outcome.IsSuccess();
  }

 private:
  Aws::S3::Model::PutObjectRequest Build(const std::string& key) const {
    Aws::S3::Model::PutObjectRequest request;
    request.SetBucket(options_.bucket);
    request.SetKey(key);
    if (!options_.kms_key_id.empty()) {
      request.SetServerSideEncryption(Aws::S3::Model::ServerSideEncryption::aws_kms);
      request.SetSSEKMSKeyId(options_.kms_key_id);
    }
    return request;
  }

  std::shared_ptr<Aws::S3::S3Client> client_;
  Options options_;
};

}  // namespace storage
