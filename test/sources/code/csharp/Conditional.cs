using Amazon.S3;
using Amazon.S3.Model;

namespace Example.Conditional;

public enum Sse { None, S3, Kms }

public record UploadOptions(Sse Sse = Sse.None, string? KeyId = null);

public class Conditional
{
    private readonly IAmazonS3 _s3;
    private readonly UploadOptions _options;

    public Conditional(IAmazonS3 s3, UploadOptions options)
    {
        _s3 = s3 ?? throw new ArgumentNullException(nameof(s3));
        _options = options;
    }

    private ServerSideEncryptionMethod Method => _options.Sse switch
    {
        Sse.S3 => ServerSideEncryptionMethod.AES256,
        Sse.Kms => ServerSideEncryptionMethod.AWSKMS,
        _ => ServerSideEncryptionMethod.None,
    };

    public async Task Write(string bucket, string key)
    {
        // => PutObject SSE-KMS|SSE-S3|default
        await _s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            ServerSideEncryptionMethod = Method,
            ServerSideEncryptionKeyManagementServiceKeyId = _options.KeyId,
        });
    }

    public async Task Ternary(string bucket, string key, bool secret)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key };
        request.ServerSideEncryptionMethod = secret ? ServerSideEncryptionMethod.AWSKMS : ServerSideEncryptionMethod.AES256;
        // => PutObject SSE-KMS|SSE-S3
        await _s3.PutObjectAsync(request);
    }

    public async Task Coalesce(string bucket, string key, string? method)
    {
        // => PutObject ?|SSE-KMS
        await _s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            ServerSideEncryptionMethod = method ?? "aws:kms",
        });
    }

    public Task Forward(PutObjectRequest request)
    {
        request.BucketName ??= "fallback";
        // => PutObject ?
        return _s3.PutObjectAsync(request);
    }

    public async Task Hook(string bucket, Action<PutObjectRequest>? configure = null)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = "k" };
        configure?.Invoke(request);
        // => PutObject ?
        await _s3.PutObjectAsync(request);
    }
}
