<?php

namespace App\Jobs;

use Aws\S3\S3Client;

class MultipartJob
{
    protected $client;

    public function __construct(S3Client $client = null)
    {
        $this->client = $client ?: new S3Client(['region' => 'eu-west-1', 'version' => 'latest']);
    }

    public function handle($path)
    {
        // => CreateMultipartUpload SSE-KMS
        $upload = $this->client->createMultipartUpload([
            'Bucket' => 'jobs',
            'Key' => $path,
            'ServerSideEncryption' => 'aws:kms',
        ]);
        $number = 1;
        $file = fopen($path, 'r');
        while (!feof($file)) {
            // => UploadPart default
            $part = $this->client->uploadPart([
                'Bucket' => 'jobs',
                'Key' => $path,
                'UploadId' => $upload['UploadId'],
                'PartNumber' => $number++,
                'Body' => fread($file, 5 * 1024 * 1024),
            ]);
        }
        // => CompleteMultipartUpload default
        $this->client->completeMultipartUpload([
            'Bucket' => 'jobs', 'Key' => $path, 'UploadId' => $upload['UploadId'],
        ]);
    }
}
