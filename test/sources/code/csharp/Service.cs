#nullable enable
using System.Linq;
using Amazon.Extensions.NETCore.Setup;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Example.Services
{
    #region service
    public partial class Service : IDisposable
    {
        private readonly ILogger<Service> _logger;
        private readonly IAmazonS3 _amazonS3;
        private readonly string _bucketName;
        private readonly string? _kmsKeyId;

        public Service(ILogger<Service> logger, IAmazonS3 amazonS3, IConfiguration configuration)
        {
            _logger = logger;
            _amazonS3 = amazonS3;
            _bucketName = configuration["AWS:BucketName"] ?? throw new InvalidOperationException("no bucket");
            _kmsKeyId = configuration.GetValue<string>("AWS:KmsKeyId");
        }

        public async Task<bool> UploadAsync(IEnumerable<string> paths, CancellationToken token)
        {
            var requests = paths.Where(File.Exists).Select(path => new PutObjectRequest
            {
                BucketName = _bucketName,
                Key = Path.GetFileName(path),
                FilePath = path,
                ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS,
                ServerSideEncryptionKeyManagementServiceKeyId = _kmsKeyId,
            });
            foreach (var request in requests)
            {
                // => PutObject ?
                await _amazonS3.PutObjectAsync(request, token);
            }
            return true;
        }

        public Task DeleteAsync(string key) => _amazonS3.DeleteObjectAsync(_bucketName, key);

        public void Dispose() => _amazonS3?.Dispose();
    }
    #endregion

    public static class Registration
    {
        public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
        {
            services.AddDefaultAWSOptions(configuration.GetAWSOptions());
            services.AddAWSService<IAmazonS3>();
            return services.AddSingleton<Service>();
        }
    }
}
