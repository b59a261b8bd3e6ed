#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace app {
using Request = Aws::S3::Model::PutObjectRequest;
using Sse = Aws::S3::Model::ServerSideEncryption;

class Store {
public:
    Store(Aws::S3::S3Client& client, std::string keyId) : client(client), keyId{keyId} {}

    void put(const std::string& key);
    void all(const std::vector<std::string>& keys);
    void hooked(const std::function<void(Request&)>& hook);
    void given(Request request) const;

private:
    Request make(const std::string& key, Sse sse = Sse::AES256);
    Aws::S3::S3Client& client;
    const std::string keyId;
    Sse mode = Sse::aws_kms;
};

Request Store::make(const std::string& key, Sse sse) {
    return Request().WithBucket("b").WithKey(key).WithServerSideEncryption(sse);
}

void Store::put(const std::string& key) {
    // => PutObject SSE-KMS
    client.PutObject(make(key, mode).WithSSEKMSKeyId(keyId));
}

void Store::all(const std::vector<std::string>& keys) {
    for (const auto& key : keys) {
        auto request = make(key);
        // => PutObject ?
        if (auto outcome = client.PutObject(request); !outcome.IsSuccess()) {
            break;
        }
    }
}

void Store::hooked(const std::function<void(Request&)>& hook) {
    Request request;
    request.SetBucket("b");
    request.SetKey("k");
    hook(request);
    // => PutObject ?
    client.PutObject(request);
}

void Store::given(Request request) const {
    // => PutObject ?
    client.PutObject(request);
}
}
