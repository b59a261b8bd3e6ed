#include <aws/core/utils/threading/Executor.h>
#include <aws/s3-crt/S3CrtClient.h>
#include <aws/s3-crt/model/GetObjectRequest.h>
#include <aws/s3-crt/model/PutObjectRequest.h>
#include <condition_variable>
#include <fstream>
#include <iostream>

static const char ALLOCATION_TAG[] = "crt";

void PutObjectAsyncFinished(const Aws::S3Crt::S3CrtClient*, const Aws::S3Crt::Model::PutObjectRequest& request,
                            const Aws::S3Crt::Model::PutObjectOutcome& outcome,
                            const std::shared_ptr<const Aws::Client::AsyncCallerContext>& context) {
    std::cout << outcome.IsSuccess() << request.GetKey() << context->GetUUID();
}

bool put(const Aws::String& bucketName, const Aws::String& objectKey) {
    Aws::S3Crt::ClientConfiguration config;
    config.region = "us-east-1";
    config.throughputTargetGbps = 5.0;
    Aws::S3Crt::S3CrtClient client(config);
    Aws::S3Crt::Model::PutObjectRequest request;
    request.SetBucket(bucketName);
    request.SetKey(objectKey);
    request.SetSSEKMSKeyId("alias/crt");
    request.SetServerSideEncryption(Aws::S3Crt::Model::ServerSideEncryption::aws_kms);
    // => PutObject SSE-KMS key=alias/crt
    client.PutObjectAsync(request, PutObjectAsyncFinished);
    Aws::S3Crt::Model::GetObjectRequest get;
    get.WithBucket(bucketName).WithKey(objectKey);
    // => GetObject default
    auto outcome = client.GetObjectCallable(get).get();
    return outcome.IsSuccess();
}
