using System.Threading.Tasks;
using Amazon.S3;
using Amazon.S3.Model;

public struct Target
{
    public string Bucket;
    public string Key;
}

public class Setters
{
    private AmazonS3Client _client;

    public async Task Go(Target target, bool dual)
    {
        _client ??= new AmazonS3Client();
        PutObjectRequest request = new PutObjectRequest();
        request.BucketName = target.Bucket;
        request.Key = target.Key;
        if (dual)
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMSDSSE;
        else
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
        // => PutObject DSSE-KMS|SSE-KMS
        await _client.PutObjectAsync(request);
    }
}
