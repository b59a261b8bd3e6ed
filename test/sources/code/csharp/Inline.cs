using Amazon;
using Amazon.S3;
using Amazon.S3.Model;

var client = new AmazonS3Client(RegionEndpoint.EUWest1);

// => PutObject SSE-KMS key=alias/app
await client.PutObjectAsync(new PutObjectRequest
{
    BucketName = "reports",
    Key = "q1.pdf",
    FilePath = "q1.pdf",
    ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS,
    ServerSideEncryptionKeyManagementServiceKeyId = "alias/app",
    BucketKeyEnabled = true,
    Metadata = { ["owner"] = "billing" },
});

var request = new PutObjectRequest { BucketName = "reports", Key = "a.txt", ContentBody = "x" };
request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AES256;
request.Metadata.Add("x-amz-meta-origin", "ledger");
// => PutObject SSE-S3
var response = await client.PutObjectAsync(request).ConfigureAwait(false);
Console.WriteLine($"stored as {response.ETag}");

// => GetObject default
using var got = await client.GetObjectAsync("reports", "a.txt");

// => PutObject default
await client.PutObjectAsync(new() { BucketName = "reports", Key = "b.txt" });
