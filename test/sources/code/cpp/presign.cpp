#include <aws/core/http/HttpTypes.h>
#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>

Aws::String presign(Aws::S3::S3Client& client, const Aws::String& bucket, const Aws::String& key, int expiration) {
    // => PutObject default
    return client.GeneratePresignedUrl(bucket, key, Aws::Http::HttpMethod::HTTP_PUT, expiration);
}

Aws::String read(Aws::S3::S3Client& client, const Aws::String& bucket, const Aws::String& key) {
    // => GetObject default
    auto url = client.GeneratePresignedUrl(bucket, key, Aws::Http::HttpMethod::HTTP_GET);
    return url;
}
