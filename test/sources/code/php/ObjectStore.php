<?php

declare(strict_types=1);

namespace App\Storage;

use Aws\S3\Exception\S3Exception;
use Aws\S3\S3ClientInterface;
use Psr\Log\LoggerInterface;

final class ObjectStore
{
    private const SSE = 'aws:kms';

    public function __construct(
        private readonly S3ClientInterface $client,
        private readonly LoggerInterface $logger,
        private readonly string $bucket,
        private readonly string $keyId,
    ) {
    }

    public function save(string $key, string $body): void
    {
        try {
            // => PutObject SSE-KMS
            $this->client->putObject([
                'Bucket' => $this->bucket,
                'Key' => $key,
                'Body' => $body,
                'ServerSideEncryption' => self::SSE,
                'SSEKMSKeyId' => $this->keyId,
            ]);
        } catch (S3Exception $e) {
            $this->logger->error($e->getMessage());
            throw $e;
        }
    }

    public function load(string $key): string
    {
        // => GetObject default
        return (string) $this->client->getObject(['Bucket' => $this->bucket, 'Key' => $key])->get('Body');
    }
}
