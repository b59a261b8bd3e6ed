using Azure.Storage.Blobs;
using Google.Cloud.Storage.V1;
using Minio;
using Minio.DataModel.Args;

namespace Example.Others;

public class NotAws(IMinioClient minio, StorageClient google, BlobClient blob)
{
    public async Task Run(Stream stream)
    {
        await minio.PutObjectAsync(new PutObjectArgs().WithBucket("b").WithObject("o").WithStreamData(stream));
        await google.UploadObjectAsync("bucket", "name", "text/plain", stream);
        await google.CopyObjectAsync("bucket", "a", "bucket", "b");
        await blob.UploadAsync(stream);
    }
}
