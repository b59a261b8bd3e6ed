using S3 = Amazon.S3;
using Model = Amazon.S3.Model;
using Put = Amazon.S3.Model.PutObjectRequest;
using static Amazon.S3.ServerSideEncryptionMethod;

namespace Example.Aliases;

public class Aliases
{
    private readonly S3.AmazonS3Client client = new S3.AmazonS3Client();

    public void Run()
    {
        var put = new Put { BucketName = "b", Key = "k", ServerSideEncryptionMethod = S3.ServerSideEncryptionMethod.AWSKMS };
        // => PutObject SSE-KMS
        client.PutObjectAsync(put).GetAwaiter().GetResult();
        // => GetObject default
        var got = client.GetObjectAsync(new Model.GetObjectRequest { BucketName = "b", Key = "k" }).Result;
        var full = new global::Amazon.S3.Model.PutObjectRequest { BucketName = "b", Key = "k2", ServerSideEncryptionMethod = AES256 };
        // => PutObject SSE-S3
        client.PutObject(full);
    }
}
