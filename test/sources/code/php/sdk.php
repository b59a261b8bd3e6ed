<?php

use Aws\Sdk;

$sdk = new Sdk(['region' => 'us-west-2', 'version' => 'latest']);
$s3 = $sdk->createS3();
// => PutObject SSE-S3
$s3->putObject(['Bucket' => 'b', 'Key' => 'k', 'Body' => '', 'ServerSideEncryption' => 'AES256']);
$full = new \Aws\S3\S3Client(['region' => 'us-west-2']);
// => PutObject DSSE-KMS
$full->putObject(['Bucket' => 'b', 'Key' => 'k', 'Body' => '', 'ServerSideEncryption' => 'aws:kms:dsse']);
