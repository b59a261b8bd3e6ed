#include <aws/core/Aws.h>
#include <aws/s3/S3Client.h>
#include <aws/s3/model/GetObjectAttributesRequest.h>
#include <aws/s3/model/PutBucketEncryptionRequest.h>
#include <aws/s3/model/PutObjectRequest.h>

class Singleton final {
public:
    static Singleton& instance() {
        static Singleton self;
        return self;
    }

    Aws::S3::S3Client& client() { return *client_; }

    bool put(const Aws::S3::Model::PutObjectRequest& request) {
        // => PutObject ?
        return client().PutObject(request).IsSuccess();
    }

    bool store(const Aws::String& key) {
        Aws::S3::Model::PutObjectRequest request;
        request.SetBucket("b");
        request.SetKey(key);
        try {
            // => PutObject default
            return client_->PutObject(request).IsSuccess();
        } catch (const std::exception& e) {
            return false;
        }
    }

private:
    Singleton() : client_(Aws::MakeUnique<Aws::S3::S3Client>("singleton")) {}
    Aws::UniquePtr<Aws::S3::S3Client> client_;
};

void setDefault(Aws::S3::S3Client& client, const Aws::String& keyArn) {
    Aws::S3::Model::ServerSideEncryptionByDefault byDefault;
    byDefault.SetSSEAlgorithm(Aws::S3::Model::ServerSideEncryption::aws_kms);
    byDefault.SetKMSMasterKeyID(keyArn);
    Aws::S3::Model::ServerSideEncryptionRule rule;
    rule.SetApplyServerSideEncryptionByDefault(byDefault);
    rule.SetBucketKeyEnabled(true);
    Aws::S3::Model::ServerSideEncryptionConfiguration configuration;
    configuration.AddRules(rule);
    Aws::S3::Model::PutBucketEncryptionRequest request;
    request.SetBucket("b");
    request.SetServerSideEncryptionConfiguration(configuration);
    client.PutBucketEncryption(request);
}
