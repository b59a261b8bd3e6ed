<?php

use Aws\S3\PostObjectV4;
use Aws\S3\S3Client;

$client = new S3Client(['region' => 'us-east-1', 'version' => 'latest']);
// => PutObject SSE-KMS
$command = $client->getCommand('PutObject', [
    'Bucket' => 'b',
    'Key' => 'k',
    'ServerSideEncryption' => 'aws:kms',
]);
$url = (string) $client->createPresignedRequest($command, '+20 minutes')->getUri();
// => GetObject default
$download = $client->createPresignedRequest($client->getCommand('GetObject', ['Bucket' => 'b', 'Key' => 'k']), '+1 hour');
$inputs = ['acl' => 'private', 'x-amz-server-side-encryption' => 'AES256'];
// => PostObject SSE-S3
$post = new PostObjectV4($client, 'b', $inputs, [['bucket' => 'b'], ['starts-with', '$key', 'user/']], '+2 hours');
