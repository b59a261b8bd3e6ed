<?php

use Aws\S3\MultipartUploader;
use Aws\S3\ObjectUploader;
use Aws\S3\S3Client;

$client = S3Client::factory(['region' => 'us-east-1', 'version' => '2006-03-01']);
// => PutObject SSE-KMS
$client->upload('b', 'k', fopen('/tmp/x', 'r'), 'private', ['params' => ['ServerSideEncryption' => 'aws:kms']]);
// => PutObject default
$client->upload('b', 'k2', 'body');

$uploader = new MultipartUploader($client, '/tmp/large', [
    'bucket' => 'b',
    'key' => 'large',
    'params' => ['ServerSideEncryption' => 'AES256'],
]);
// => PutObject SSE-S3
$result = $uploader->upload();

$other = new MultipartUploader($client, '/tmp/large', [
    'bucket' => 'b',
    'key' => 'large2',
    'before_initiate' => function (\Aws\Command $command) {
        $command['ServerSideEncryption'] = 'aws:kms';
        $command['SSEKMSKeyId'] = 'alias/large';
    },
]);
// => PutObject SSE-KMS key=alias/large
$other->upload();
// => CopyObject SSE-KMS
$client->copy('a', 'x', 'b', 'y', 'private', ['params' => ['ServerSideEncryption' => 'aws:kms']]);
