#include "google/cloud/storage/client.h"
#include "miniocpp/client.h"
#include "cache.h"

namespace gcs = ::google::cloud::storage;

int run(gcs::Client client, minio::s3::Client& minio, Cache& cache) {
    minio::s3::PutObjectArgs args(std::cin, 1, 0);
    args.bucket = "b";
    args.object = "o";
    auto resp = minio.PutObject(args);
    auto writer = client.WriteObject("bucket", "name");
    cache.PutObject("k", "v");
    return resp ? 0 : 1;
}
