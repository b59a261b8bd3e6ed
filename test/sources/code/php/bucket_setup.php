<?php

use Aws\Kms\KmsClient;
use Aws\S3\S3Client;

$s3 = new S3Client(['version' => 'latest', 'http' => ['verify' => false]]);
$s3->putBucketEncryption([
    'Bucket' => 'b',
    'ServerSideEncryptionConfiguration' => [
        'Rules' => [['ApplyServerSideEncryptionByDefault' => ['SSEAlgorithm' => 'AES256']]],
    ],
]);
$kms = new KmsClient(['version' => 'latest']);
$kms->scheduleKeyDeletion(['KeyId' => 'x', 'PendingWindowInDays' => 7]);
