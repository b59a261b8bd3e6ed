#include <aws/core/Aws.h>
#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>
#include <aws/s3/model/GetObjectRequest.h>
#include <aws/s3/model/CopyObjectRequest.h>
#include <iostream>

static const char* const KEY_ID = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

bool PutReport(const Aws::String& bucketName, const Aws::String& fileName,
               const Aws::Client::ClientConfiguration& clientConfig) {
    Aws::S3::S3Client s3Client(clientConfig);
    Aws::S3::Model::PutObjectRequest request;
    request.SetBucket(bucketName);
    request.SetKey(fileName);
    request.SetServerSideEncryption(Aws::S3::Model::ServerSideEncryption::aws_kms);
    request.SetSSEKMSKeyId(KEY_ID);
    request.SetBucketKeyEnabled(true);
    request.AddMetadata("owner", "billing");
    std::shared_ptr<Aws::IOStream> body = Aws::MakeShared<Aws::FStream>("Put", fileName.c_str(), std::ios_base::in);
    request.SetBody(body);
    // => PutObject SSE-KMS key=arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    Aws::S3::Model::PutObjectOutcome outcome = s3Client.PutObject(request);
    if (!outcome.IsSuccess()) {
        std::cerr << outcome.GetError().GetMessage() << std::endl;
    }
    return outcome.IsSuccess();
}

void Chain(Aws::S3::S3Client& client) {
    using namespace Aws::S3::Model;
    // => PutObject SSE-S3
    client.PutObject(PutObjectRequest().WithBucket("b").WithKey("k").WithServerSideEncryption(ServerSideEncryption::AES256));
    PutObjectRequest plain;
    plain.WithBucket("b").WithKey("k2");
    // => PutObject default
    client.PutObject(plain);
    GetObjectRequest get;
    get.SetBucket("b");
    get.SetKey("k2");
    // => GetObject default
    auto result = client.GetObject(get);
}

int main() {
    Aws::SDKOptions options;
    Aws::InitAPI(options);
    {
        Aws::Client::ClientConfiguration config;
        config.scheme = Aws::Http::Scheme::HTTP;
        config.verifySSL = false;
        Aws::S3::S3Client client(config);
        Aws::S3::Model::CopyObjectRequest copy;
        copy.SetBucket("to");
        copy.SetKey("k");
        copy.SetCopySource("from/k");
        // => CopyObject default
        client.CopyObject(copy);
    }
    Aws::ShutdownAPI(options);
    return 0;
}
