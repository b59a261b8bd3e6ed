<?php

use Aws\S3\S3Client;

function put(S3Client $client, string $key, ?string $kmsKey)
{
    $params = ['Bucket' => 'built', 'Key' => $key];
    if ($kmsKey) {
        $params['ServerSideEncryption'] = 'aws:kms';
        $params['SSEKMSKeyId'] = $kmsKey;
    } else {
        $params['ServerSideEncryption'] = 'AES256';
    }
    // => PutObject SSE-KMS|SSE-S3
    $client->putObject($params);
}

function merged(S3Client $client, string $key)
{
    $defaults = ['ServerSideEncryption' => 'AES256'];
    // => PutObject SSE-S3
    $client->putObject(array_merge($defaults, ['Bucket' => 'built', 'Key' => $key]));
    // => PutObject SSE-S3
    $client->putObject(['Bucket' => 'built', 'Key' => $key] + $defaults);
    // => PutObject SSE-S3
    $client->putObject([...$defaults, 'Bucket' => 'built', 'Key' => $key]);
}

function forwarded(S3Client $client, string $key, array $options)
{
    // => PutObject ?
    $client->putObject(array_merge(['Bucket' => 'built', 'Key' => $key], $options));
}
