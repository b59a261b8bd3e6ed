<?php

use Aws\S3\S3Client;

function algorithm(string $mode): string
{
    return match ($mode) {
        'kms' => 'aws:kms',
        'dsse' => 'aws:kms:dsse',
        default => 'AES256',
    };
}

function switched(string $mode): array
{
    switch ($mode) {
        case 'kms':
            return ['ServerSideEncryption' => 'aws:kms'];
        case 'none':
            return [];
        default:
            return ['ServerSideEncryption' => 'AES256'];
    }
}

function put(S3Client $s3, string $mode, bool $secure, array $cfg)
{
    // => PutObject SSE-KMS|DSSE-KMS|SSE-S3
    $s3->putObject(['Bucket' => 'm', 'Key' => 'a', 'ServerSideEncryption' => algorithm($mode)]);
    // => PutObject SSE-KMS|default|SSE-S3
    $s3->putObject(array_merge(['Bucket' => 'm', 'Key' => 'b'], switched($mode)));
    // => PutObject SSE-KMS|SSE-S3
    $s3->putObject(['Bucket' => 'm', 'Key' => 'c', 'ServerSideEncryption' => $secure ? 'aws:kms' : 'AES256']);
    // => PutObject SSE-S3|?
    $s3->putObject(['Bucket' => 'm', 'Key' => 'd', 'ServerSideEncryption' => $cfg['sse'] ?? 'AES256']);
}
