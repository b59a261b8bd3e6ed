package com.example.other;

import java.util.Map;
import org.example.cache.ObjectCache;
import org.example.gcs.Storage;

/** Methods of the same names that have nothing to do with S3. */
public class NotS3 {
  private final ObjectCache cache;
  private final Storage storage;

  NotS3(ObjectCache cache, Storage storage) {
    this.cache = cache;
    this.storage = storage;
  }

  void run(String key) {
    cache.putObject(key, "value");
    cache.getObject(key);
    storage.upload("bucket", key);
    storage.copy(Map.of("a", "b"));
    new PutObjectRequest("x");
  }

  static class PutObjectRequest {
    PutObjectRequest(String name) {}
  }
}
