package other

import (
	"context"

	"cloud.google.com/go/storage"
	"github.com/minio/minio-go/v7"
)

type Uploader interface {
	Upload(name string) error
}

func run(ctx context.Context, mc *minio.Client, gcs *storage.Client, up Uploader) error {
	mc.PutObject(ctx, "bucket", "key", nil, 0, minio.PutObjectOptions{})
	mc.CopyObject(ctx, minio.CopyDestOptions{}, minio.CopySrcOptions{})
	gcs.Bucket("b").Object("o").NewWriter(ctx)
	return up.Upload("x")
}
