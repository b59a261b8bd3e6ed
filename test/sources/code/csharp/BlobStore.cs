using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Example.Storage;

public sealed class StorageOptions
{
    public string Bucket { get; set; } = "";
    public string? KmsKeyId { get; set; }
}

public sealed class BlobStore(IAmazonS3 s3, StorageOptions options)
{
    private readonly TransferUtility _transfer = new(s3);
    private const string Method = "aws:kms";

    public async Task PutAsync(string key, Stream body, CancellationToken cancellationToken = default)
    {
        var request = new PutObjectRequest
        {
            BucketName = options.Bucket,
            Key = key,
            InputStream = body,
        };
        if (!string.IsNullOrEmpty(options.KmsKeyId))
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = options.KmsKeyId;
        }
        // => PutObject SSE-KMS|default
        await s3.PutObjectAsync(request, cancellationToken);
    }

    public Task UploadAsync(string key, string path)
    {
        // => PutObject SSE-KMS
        return _transfer.UploadAsync(new TransferUtilityUploadRequest
        {
            BucketName = options.Bucket,
            Key = key,
            FilePath = path,
            ServerSideEncryptionMethod = ServerSideEncryptionMethod.FindValue(Method),
        });
    }

    public async Task CopyAsync(string from, string to, string customerKey)
    {
        // => CopyObject SSE-C
        await s3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = options.Bucket,
            SourceKey = from,
            DestinationBucket = options.Bucket,
            DestinationKey = to,
            ServerSideEncryptionCustomerMethod = ServerSideEncryptionCustomerMethod.AES256,
            ServerSideEncryptionCustomerProvidedKey = customerKey,
            CopySourceServerSideEncryptionCustomerMethod = ServerSideEncryptionCustomerMethod.AES256,
            CopySourceServerSideEncryptionCustomerProvidedKey = customerKey,
        });
    }

    public PutObjectRequest Build(string key, bool kms) => new()
    {
        BucketName = options.Bucket,
        Key = key,
        ServerSideEncryptionMethod = kms ? ServerSideEncryptionMethod.AWSKMS : ServerSideEncryptionMethod.AES256,
    };

    public async Task PutBuiltAsync(string key, bool kms)
    {
        // => PutObject SSE-KMS|SSE-S3
        await s3.PutObjectAsync(Build(key, kms));
    }
}
