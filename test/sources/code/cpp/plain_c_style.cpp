#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>

namespace AwsDoc {
    namespace S3 {
        bool putObject(const Aws::String &bucketName,
                       const Aws::String &fileName,
                       const Aws::S3::S3ClientConfiguration &clientConfig);
    }
}

bool AwsDoc::S3::putObject(const Aws::String &bucketName,
                           const Aws::String &fileName,
                           const Aws::S3::S3ClientConfiguration &clientConfig) {
    Aws::S3::S3Client s3Client(clientConfig);

    Aws::S3::Model::PutObjectRequest request;
    request.SetBucket(bucketName);
    request.SetKey(fileName);
    request.SetServerSideEncryption(
            Aws::S3::Model::ServerSideEncryption::aws_kms);

    std::shared_ptr<Aws::IOStream> inputData =
            Aws::MakeShared<Aws::FStream>("SampleAllocationTag",
                                          fileName.c_str(),
                                          std::ios_base::in | std::ios_base::binary);

    if (!*inputData) {
        return false;
    }

    request.SetBody(inputData);

    Aws::S3::Model::PutObjectOutcome outcome =
    // => PutObject SSE-KMS
            s3Client.PutObject(request);
    return outcome.IsSuccess();
}
