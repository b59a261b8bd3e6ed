<?php

use Aws\S3\S3Client;

$s3 = new S3Client(['version' => 'latest', 'region' => 'us-east-1']);
$key = 'alias/closure';
$save = function (string $name, $body) use ($s3, $key) {
    // => PutObject SSE-KMS key=alias/closure
    return $s3->putObject([
        'Bucket' => 'closures',
        'Key' => $name,
        'Body' => $body,
        'ServerSideEncryption' => 'aws:kms',
        'SSEKMSKeyId' => $key,
    ]);
};
$save('a', 'b');
// => PutObject SSE-S3
$promises = array_map(fn ($n) => $s3->putObjectAsync(['Bucket' => 'closures', 'Key' => $n, 'ServerSideEncryption' => 'AES256']), ['a', 'b']);
