namespace Example.Helpers
{
    using System.Collections.Generic;
    using System.Threading.Tasks;
    using Amazon.S3;
    using Amazon.S3.Model;

    internal static class Helpers
    {
        private const string KeyArn = "arn:aws:kms:eu-west-1:111122223333:key/" + "1234abcd-12ab-34cd-56ef-1234567890ab";

        public static PutObjectRequest WithKms(this PutObjectRequest request, string keyId)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = keyId;
            return request;
        }

        private static void Apply(PutObjectRequest request, string mode)
        {
            switch (mode)
            {
                case "kms":
                    request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
                    request.ServerSideEncryptionKeyManagementServiceKeyId = KeyArn;
                    break;
                case "dsse":
                    request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMSDSSE;
                    break;
                case "none":
                    request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.None;
                    break;
                default:
                    request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AES256;
                    break;
            }
        }

        public static async Task Run(IAmazonS3 s3, string bucket, string mode)
        {
            var request = new PutObjectRequest();
            request.BucketName = bucket;
            request.Key = "a";
            Apply(request, mode);
            // => PutObject SSE-KMS|DSSE-KMS|SSE-S3|default
            await s3.PutObjectAsync(request);

            var kms = WithKms(new PutObjectRequest { BucketName = bucket, Key = "b" }, KeyArn);
            // => PutObject SSE-KMS key=arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
            await s3.PutObjectAsync(kms);

            foreach (var key in new List<string> { "x", "y" })
            {
                // => CopyObject SSE-S3
                await s3.CopyObjectAsync(new CopyObjectRequest
                {
                    SourceBucket = bucket,
                    SourceKey = key,
                    DestinationBucket = bucket,
                    DestinationKey = $"copies/{key}",
                    ServerSideEncryptionMethod = ServerSideEncryptionMethod.AES256,
                });
            }
        }
    }
}
