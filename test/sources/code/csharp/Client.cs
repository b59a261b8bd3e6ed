using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace Example.Files;

public class MinioStorage
{
    private readonly AmazonS3Client _client;
    private readonly MinioSettings _settings;

    public MinioStorage(IOptions<MinioSettings> options)
    {
        _settings = options.Value;
        var config = new AmazonS3Config
        {
            ServiceURL = "http://minio:9000",
            ForcePathStyle = true,
            UseHttp = true,
        };
        _client = new AmazonS3Client(new BasicAWSCredentials(_settings.AccessKey, _settings.SecretKey), config);
    }

    public async Task<string> SaveAsync(string name, Stream content, string contentType)
    {
        // => PutObject default
        var response = await _client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = name,
            InputStream = content,
            ContentType = contentType,
            AutoCloseStream = false,
        });
        return response.ETag;
    }

    public async Task<byte[]> LoadAsync(string name)
    {
        var request = new GetObjectRequest { BucketName = _settings.Bucket, Key = name };
        // => GetObject default
        using GetObjectResponse response = await _client.GetObjectAsync(request);
        using var memory = new MemoryStream();
        await response.ResponseStream.CopyToAsync(memory);
        return memory.ToArray();
    }

    public async Task<bool> ExistsAsync(string name)
    {
        try
        {
            // => HeadObject default
            await _client.GetObjectMetadataAsync(_settings.Bucket, name);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return false;
        }
    }
}

public class MinioSettings
{
    public string Bucket { get; init; } = string.Empty;
    public string AccessKey { get; init; } = default!;
    public string SecretKey { get; init; } = default!;
}
