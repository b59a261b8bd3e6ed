using System;
using Amazon;
using Amazon.S3;
using Amazon.S3.Model;

class Presign
{
    private static readonly RegionEndpoint Region = RegionEndpoint.USWest2;
    private static IAmazonS3? s3Client;

    public static void Main()
    {
        s3Client = new AmazonS3Client(Region);
        Console.WriteLine(Upload("bucket", "key"));
        Console.WriteLine(Download("bucket", "key", TimeSpan.FromMinutes(5)));
    }

    static string Upload(string bucketName, string objectKey)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = bucketName,
            Key = objectKey,
            Verb = HttpVerb.PUT,
            Expires = DateTime.UtcNow.AddHours(1),
            ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS,
            ServerSideEncryptionKeyManagementServiceKeyId = "alias/links",
        };
        // => PutObject SSE-KMS key=alias/links
        return s3Client!.GetPreSignedURL(request);
    }

    static string Download(string bucketName, string objectKey, TimeSpan lifetime) =>
        // => GetObject default
        s3Client!.GetPreSignedURL(new GetPreSignedUrlRequest { BucketName = bucketName, Key = objectKey, Expires = DateTime.UtcNow + lifetime });
}
