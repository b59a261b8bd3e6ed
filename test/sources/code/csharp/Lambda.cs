using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Util;

[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

namespace Example.Lambda;

public class Function
{
    private IAmazonS3 S3Client { get; }
    private static readonly string Target = Environment.GetEnvironmentVariable("TARGET") ?? "archive";
    private static readonly Dictionary<string, string> Tags = new() { ["team"] = "data" };

    public Function() : this(new AmazonS3Client()) { }

    public Function(IAmazonS3 s3Client)
    {
        S3Client = s3Client;
    }

    public async Task<string?> FunctionHandler(S3Event evnt, ILambdaContext context)
    {
        foreach (var record in evnt.Records ?? new())
        {
            var s3 = record.S3;
            if (s3 is null) continue;
            try
            {
                // => HeadObject default
                var head = await S3Client.GetObjectMetadataAsync(s3.Bucket.Name, s3.Object.Key);
                // => CopyObject SSE-KMS
                await this.S3Client.CopyObjectAsync(
                    new CopyObjectRequest
                    {
                        SourceBucket = s3.Bucket.Name,
                        SourceKey = s3.Object.Key,
                        DestinationBucket = Target,
                        DestinationKey = $"{DateTime.UtcNow:yyyy/MM}/{s3.Object.Key}",
                        ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS,
                        ServerSideEncryptionKeyManagementServiceKeyId = Environment.GetEnvironmentVariable("KMS_KEY"),
                        MetadataDirective = S3MetadataDirective.COPY,
                        TagSet = Tags.Select(t => new Tag { Key = t.Key, Value = t.Value }).ToList(),
                    });
                context.Logger.LogInformation(head.Headers.ContentType);
            }
            catch (Exception e)
            {
                context.Logger.LogError(e.Message);
                throw;
            }
        }
        return null;
    }
}
