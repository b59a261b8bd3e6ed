using Amazon.S3;
using Amazon.S3.Model;

namespace Example.Returned;

public abstract class Base
{
    protected abstract IAmazonS3 Client { get; }
    protected virtual string KmsKey => "alias/base";

    protected PutObjectRequest Create(string bucket, string key)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key };
        Encrypt(request);
        return request;
    }

    private void Encrypt(PutObjectRequest request)
    {
        request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
        request.ServerSideEncryptionKeyManagementServiceKeyId = KmsKey;
    }
}

public class Returned(Func<IAmazonS3> factory) : Base
{
    protected override IAmazonS3 Client => factory();

    public async Task<PutObjectResponse> Put(string bucket, string key)
    {
        var request = Create(bucket, key);
        // => PutObject SSE-KMS key=alias/base
        return await Client.PutObjectAsync(request);
    }

    public async Task Direct(string bucket)
    {
        using var client = factory();
        // => PutObject default
        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "k" });
        var lambda = async (string key) =>
        {
            // => PutObject SSE-S3
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ServerSideEncryptionMethod = ServerSideEncryptionMethod.AES256 });
        };
        await lambda("x");
    }
}
