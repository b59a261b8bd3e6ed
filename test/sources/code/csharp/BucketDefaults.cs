using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.S3;
using Amazon.S3.Model;

namespace Example.Defaults;

public static class BucketDefaults
{
    public static async Task Apply(string bucket)
    {
        using var kms = new AmazonKeyManagementServiceClient();
        var key = await kms.CreateKeyAsync(new CreateKeyRequest { Description = "for the bucket" });
        await kms.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key.KeyMetadata.KeyId, RotationPeriodInDays = 365 });
        using var s3 = new AmazonS3Client();
        await s3.PutBucketEncryptionAsync(new PutBucketEncryptionRequest
        {
            BucketName = bucket,
            ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
            {
                ServerSideEncryptionRules = new List<ServerSideEncryptionRule>
                {
                    new()
                    {
                        BucketKeyEnabled = true,
                        ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
                        {
                            ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AWSKMS,
                            ServerSideEncryptionKeyManagementServiceKeyId = key.KeyMetadata.Arn,
                        },
                    },
                },
            },
        });
        // => PutObject default
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "readme.txt", ContentBody = "x" });
    }
}
