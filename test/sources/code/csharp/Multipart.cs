using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

public class Multipart
{
    readonly IAmazonS3 client;

    public Multipart(IAmazonS3 client) => this.client = client;

    public async Task UploadObjectAsync(string bucketName, string keyName, string filePath, string base64Key)
    {
        List<UploadPartResponse> uploadResponses = new();
        InitiateMultipartUploadRequest initiateRequest = new()
        {
            BucketName = bucketName,
            Key = keyName,
            ServerSideEncryptionCustomerMethod = ServerSideEncryptionCustomerMethod.AES256,
            ServerSideEncryptionCustomerProvidedKey = base64Key,
        };
        // => CreateMultipartUpload SSE-C
        InitiateMultipartUploadResponse initResponse = await client.InitiateMultipartUploadAsync(initiateRequest);

        long contentLength = new FileInfo(filePath).Length;
        long filePosition = 0;
        for (int i = 1; filePosition < contentLength; i++)
        {
            UploadPartRequest uploadRequest = new()
            {
                BucketName = bucketName,
                Key = keyName,
                UploadId = initResponse.UploadId,
                PartNumber = i,
                FilePosition = filePosition,
                FilePath = filePath,
                ServerSideEncryptionCustomerMethod = ServerSideEncryptionCustomerMethod.AES256,
                ServerSideEncryptionCustomerProvidedKey = base64Key,
            };
            // => UploadPart SSE-C
            uploadResponses.Add(await client.UploadPartAsync(uploadRequest));
            filePosition += 5242880;
        }

        CompleteMultipartUploadRequest completeRequest = new() { BucketName = bucketName, Key = keyName, UploadId = initResponse.UploadId };
        completeRequest.AddPartETags(uploadResponses);
        // => CompleteMultipartUpload default
        await client.CompleteMultipartUploadAsync(completeRequest);
    }

    public async Task TransferAsync(string bucketName, string filePath)
    {
        var fileTransferUtility = new TransferUtility(client);
        // => PutObject default
        await fileTransferUtility.UploadAsync(filePath, bucketName);
        var request = new TransferUtilityUploadRequest
        {
            BucketName = bucketName,
            FilePath = filePath,
            PartSize = 6291456,
            ServerSideEncryptionMethod = ServerSideEncryptionMethod.AES256,
        };
        request.Metadata.Add("param1", "Value1");
        // => PutObject SSE-S3
        await fileTransferUtility.UploadAsync(request);
    }
}
