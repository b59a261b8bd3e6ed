#include <aws/s3/S3Client.h>
#include <aws/s3/model/PutObjectRequest.h>
#include <memory>

using namespace Aws;
using namespace Aws::S3;

class Pointers {
    S3Client* m_client = nullptr;
    std::unique_ptr<Model::PutObjectRequest> m_request;

public:
    ~Pointers() { delete m_client; }

    void open() {
        m_client = new S3Client(Client::ClientConfiguration());
        m_request = std::make_unique<Model::PutObjectRequest>();
        m_request->SetBucket("b");
        m_request->SetKey("k");
        m_request->SetServerSideEncryption(Model::ServerSideEncryption::AES256);
        // => PutObject SSE-S3
        m_client->PutObject(*m_request);
    }

    static bool once(S3Client* client, const char* key) {
        auto* request = new Model::PutObjectRequest;
        request->SetBucket("b");
        request->SetKey(key);
        // => PutObject default
        auto outcome = client->PutObject(*request);
        delete request;
        return outcome.IsSuccess();
    }
};
