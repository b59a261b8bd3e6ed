package transfer

import (
	"context"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func upload(ctx context.Context, bucket, key string, body io.Reader, kmsKey *string) (string, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return "", err
	}
	uploader := manager.NewUploader(s3.NewFromConfig(cfg), func(u *manager.Uploader) {
		u.PartSize = 64 * 1024 * 1024
		u.LeavePartsOnError = false
	})
	input := &s3.PutObjectInput{Bucket: &bucket, Key: &key, Body: body}
	if kmsKey != nil {
		input.ServerSideEncryption, input.SSEKMSKeyId = types.ServerSideEncryptionAwsKms, kmsKey
	}
	// => PutObject SSE-KMS|default
	result, err := uploader.Upload(ctx, input)
	if err != nil {
		return "", err
	}
	return result.Location, nil
}

func download(ctx context.Context, client *s3.Client, bucket, key string) error {
	f, err := os.Create(key)
	if err != nil {
		return err
	}
	defer f.Close()
	d := manager.NewDownloader(client)
	// => GetObject default
	_, err = d.Download(ctx, f, &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
	return err
}

func modern(ctx context.Context, client *s3.Client, bucket, key string, body io.Reader) error {
	tm := transfermanager.New(client)
	// => PutObject SSE-S3
	_, err := tm.UploadObject(ctx, &transfermanager.UploadObjectInput{
		Bucket:               aws.String(bucket),
		Key:                  aws.String(key),
		Body:                 body,
		ServerSideEncryption: "AES256",
	})
	return err
}
