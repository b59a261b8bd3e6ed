<?php

use Aws\S3\S3Client;

enum Encryption: string
{
    case S3 = 'AES256';
    case Kms = 'aws:kms';
}

class Config
{
    public string $bucket = 'config';
    public string $sse = 'aws:kms';
    public ?string $kmsKey = null;
}

$config = new Config();
$config->kmsKey = 'alias/config';
$client = new S3Client(['version' => 'latest']);
// => PutObject SSE-KMS key=alias/config
$client->putObject([
    'Bucket' => $config->bucket,
    'Key' => 'a',
    'ServerSideEncryption' => $config->sse,
    'SSEKMSKeyId' => $config->kmsKey,
]);
// => PutObject SSE-S3
$client->putObject(['Bucket' => 'c', 'Key' => 'b', 'ServerSideEncryption' => Encryption::S3->value]);
