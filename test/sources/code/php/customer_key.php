<?php

use Aws\S3\S3Client;

$client = new S3Client(['region' => 'us-east-1', 'version' => 'latest']);
$key = random_bytes(32);

// => PutObject SSE-C
$client->putObject([
    'Bucket' => 'b',
    'Key' => 'k',
    'Body' => 'x',
    'SSECustomerAlgorithm' => 'AES256',
    'SSECustomerKey' => $key,
    'SSECustomerKeyMD5' => md5($key, true),
]);
$sse = ['SSECustomerAlgorithm' => 'AES256', 'SSECustomerKey' => base64_encode($key)];
// => GetObject SSE-C
$client->getObject(['Bucket' => 'b', 'Key' => 'k'] + $sse);
// => CopyObject SSE-C
$client->copyObject([
    'Bucket' => 'b',
    'Key' => 'k2',
    'CopySource' => 'b/k',
    'CopySourceSSECustomerAlgorithm' => 'AES256',
    'CopySourceSSECustomerKey' => $key,
    'SSECustomerAlgorithm' => 'AES256',
    'SSECustomerKey' => $key,
]);
