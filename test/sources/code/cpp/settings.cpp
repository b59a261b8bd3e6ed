#include <aws/core/Aws.h>
#include <aws/core/auth/AWSCredentials.h>
#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>
#include <string>

using namespace Aws::S3;
using namespace Aws::S3::Model;

enum class Mode { None, S3, Kms, Customer };

struct Settings {
    Mode mode = Mode::None;
    std::string key;
    std::string md5;
};

static void setEncryption(PutObjectRequest& request, const Settings& settings) {
    switch (settings.mode) {
        case Mode::S3:
            request.SetServerSideEncryption(ServerSideEncryption::AES256);
            break;
        case Mode::Kms:
            request.SetServerSideEncryption(ServerSideEncryption::aws_kms);
            if (!settings.key.empty())
                request.SetSSEKMSKeyId(settings.key);
            break;
        case Mode::Customer:
            request.SetSSECustomerAlgorithm("AES256");
            request.SetSSECustomerKey(settings.key);
            request.SetSSECustomerKeyMD5(settings.md5);
            break;
        case Mode::None:
            break;
    }
}

void write(const S3Client& client, const std::string& bucket, Mode mode) {
    Settings settings;
    settings.mode = mode;
    PutObjectRequest request;
    request.SetBucket(bucket);
    request.SetKey("k");
    setEncryption(request, settings);
    // => PutObject SSE-S3|SSE-KMS|SSE-C|default
    client.PutObject(request);
}

void plainHttp() {
    Aws::Client::ClientConfiguration configuration;
    configuration.endpointOverride = "http://minio:9000";
    configuration.scheme = Aws::Http::Scheme::HTTP;
    Aws::Auth::AWSCredentials credentials("a", "b");
    auto client = std::make_shared<S3Client>(credentials, configuration, Aws::Client::AWSAuthV4Signer::PayloadSigningPolicy::Never, false);
    PutObjectRequest request;
    request.WithBucket("b").WithKey("k").WithServerSideEncryption(ServerSideEncryption::aws_kms_dsse);
    // => PutObject DSSE-KMS
    client->PutObject(request);
}
