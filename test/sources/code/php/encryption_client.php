<?php

use Aws\Crypto\KmsMaterialsProviderV2;
use Aws\Kms\KmsClient;
use Aws\S3\Crypto\S3EncryptionClientV2;
use Aws\S3\S3Client;

$encryption = new S3EncryptionClientV2(new S3Client(['version' => 'latest']));
$provider = new KmsMaterialsProviderV2(new KmsClient(['version' => 'latest']), 'alias/cse');
// => PutObject default
$encryption->putObject([
    '@MaterialsProvider' => $provider,
    '@CipherOptions' => ['Cipher' => 'gcm', 'KeySize' => 256],
    '@KmsEncryptionContext' => ['a' => 'b'],
    'Bucket' => 'b',
    'Key' => 'k',
    'Body' => 'secret',
]);
