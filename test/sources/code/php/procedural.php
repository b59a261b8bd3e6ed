<?php
include_once 'config.php';
use Aws\S3\S3Client;
define('KMS_KEY', 'alias/defined');
$s3 = new S3Client([
    'version' => 'latest',
    'region' => getenv('AWS_REGION'),
    'endpoint' => 'http://localhost:9000',
    'use_path_style_endpoint' => true,
]);
if (isset($_POST['submit'])) {
    foreach ($_FILES as $file):
        $name = basename($file['name']);
        // => PutObject SSE-KMS key=alias/defined
        $s3->putObject(['Bucket' => 'p', 'Key' => $name, 'SourceFile' => $file['tmp_name'], 'ServerSideEncryption' => 'aws:kms', 'SSEKMSKeyId' => KMS_KEY]);
    endforeach;
}
?>
<form method="post"><input type="file" name="f"></form>
