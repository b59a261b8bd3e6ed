using System.Net;
using System.Threading.Tasks;
using Amazon.S3;
using Amazon.S3.Model;
using Moq;
using Xunit;

public class UploadTests
{
    private readonly Mock<IAmazonS3> _mock = new();

    [Fact]
    public async Task Puts_with_kms()
    {
        _mock.Setup(x => x.PutObjectAsync(It.IsAny<PutObjectRequest>(), default))
            .ReturnsAsync(new PutObjectResponse { HttpStatusCode = HttpStatusCode.OK });
        IAmazonS3 client = _mock.Object;
        // => PutObject SSE-KMS key=alias/t
        var response = await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = "b",
            Key = "k",
            ServerSideEncryptionMethod = new ServerSideEncryptionMethod("aws:kms"),
            ServerSideEncryptionKeyManagementServiceKeyId = "alias/t",
        });
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }
}
