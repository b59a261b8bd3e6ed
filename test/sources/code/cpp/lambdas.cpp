#include <aws/core/Aws.h>
#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>
#include <thread>
#include <future>

#define BUCKET "lambda-bucket"

int main(int argc, char* argv[]) {
    Aws::SDKOptions options;
    Aws::InitAPI(options);
    {
        Aws::S3::S3Client client;
        const auto upload = [&client](const Aws::String& key, Aws::S3::Model::ServerSideEncryption sse) {
            Aws::S3::Model::PutObjectRequest request;
            request.SetBucket(BUCKET);
            request.SetKey(key);
            request.SetServerSideEncryption(sse);
            // => PutObject SSE-KMS|SSE-S3
            return client.PutObject(request);
        };
        upload("a", Aws::S3::Model::ServerSideEncryption::aws_kms);
        upload("b", Aws::S3::Model::ServerSideEncryption::AES256);
        auto task = std::async(std::launch::async, [&] {
            Aws::S3::Model::PutObjectRequest request;
            request.SetBucket(BUCKET);
            request.SetKey("async");
            // => PutObject default
            client.PutObject(request);
        });
        task.wait();
    }
    Aws::ShutdownAPI(options);
    return 0;
}
