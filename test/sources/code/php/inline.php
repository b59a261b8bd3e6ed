<?php
require 'vendor/autoload.php';

use Aws\S3\S3Client;

$s3 = new S3Client(['version' => 'latest', 'region' => 'eu-west-1']);
// => PutObject SSE-KMS key=alias/app
$s3->putObject([
    'Bucket' => 'app',
    'Key' => 'a.txt',
    'Body' => 'hello',
    'ServerSideEncryption' => 'aws:kms',
    'SSEKMSKeyId' => 'alias/app',
]);
// => PutObject SSE-S3
$result = $s3->putObject(array('Bucket' => 'app', 'Key' => 'b', 'ServerSideEncryption' => 'AES256'));
// => PutObject default
$s3->putObjectAsync(['Bucket' => 'app', 'Key' => 'c'])->wait();
// => GetObject default
echo $s3->getObject(['Bucket' => 'app', 'Key' => 'c'])['Body'];
// => HeadObject default
$s3->headObject(['Bucket' => 'app', 'Key' => 'c']);
