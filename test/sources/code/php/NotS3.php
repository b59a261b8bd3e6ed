<?php

namespace App;

use Psr\SimpleCache\CacheInterface;

// Stores S3 keys, but in a cache.
class NotS3
{
    public function __construct(private CacheInterface $cache, private Uploader $uploader)
    {
    }

    public function put(string $key, $value): void
    {
        $this->cache->set($key, $value);
        $this->uploader->upload('b', 'k', ['params' => []]);
        $this->uploader->putObject(['id' => 1]);
    }
}
