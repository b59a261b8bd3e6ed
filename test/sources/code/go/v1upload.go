package v1upload

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/base64"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
)

type Backend struct {
	svc      *s3.S3
	uploader *s3manager.Uploader
	sseKey   string
}

func NewBackend(endpoint string, insecure bool) *Backend {
	config := &aws.Config{
		Endpoint:         aws.String(endpoint),
		S3ForcePathStyle: aws.Bool(true),
		DisableSSL:       aws.Bool(insecure),
	}
	sess := session.Must(session.NewSessionWithOptions(session.Options{Config: *config}))
	return &Backend{svc: s3.New(sess), uploader: s3manager.NewUploader(sess)}
}

func (b *Backend) Put(ctx context.Context, key string, data []byte) error {
	sum := md5.Sum(data)
	// => PutObject SSE-C
	_, err := b.svc.PutObjectWithContext(ctx, &s3.PutObjectInput{
		Bucket:               aws.String("bucket"),
		Key:                  aws.String(key),
		Body:                 bytes.NewReader(data),
		ContentMD5:           aws.String(base64.StdEncoding.EncodeToString(sum[:])),
		SSECustomerAlgorithm: aws.String("AES256"),
		SSECustomerKey:       aws.String(b.sseKey),
	})
	if err != nil {
		return err
	}
	// => PutObject SSE-KMS
	_, err = b.uploader.UploadWithContext(ctx, &s3manager.UploadInput{
		Bucket:               aws.String("bucket"),
		Key:                  aws.String(key + ".kms"),
		Body:                 bytes.NewReader(data),
		ServerSideEncryption: aws.String(s3.ServerSideEncryptionAwsKms),
	})
	return err
}

func (b *Backend) Link(key string) (string, error) {
	// => PutObject SSE-S3
	req, _ := b.svc.PutObjectRequest(&s3.PutObjectInput{
		Bucket:               aws.String("bucket"),
		Key:                  aws.String(key),
		ServerSideEncryption: aws.String("AES256"),
	})
	return req.Presign(900)
}
