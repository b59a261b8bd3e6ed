package storage

import (
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type Options struct {
	Bucket   string
	SSE      string
	KMSKeyID string
}

type Store struct {
	client   *s3.Client
	uploader *manager.Uploader
	opts     Options
}

func New(cfg aws.Config, opts Options) *Store {
	client := s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.UsePathStyle = true
		o.BaseEndpoint = aws.String("http://minio:9000")
	})
	return &Store{client: client, uploader: manager.NewUploader(client), opts: opts}
}

func (s *Store) Put(ctx context.Context, key string, body io.Reader) error {
	input := &s3.PutObjectInput{
		Bucket: aws.String(s.opts.Bucket),
		Key:    aws.String(key),
		Body:   body,
	}
	if s.opts.KMSKeyID != "" {
		input.ServerSideEncryption = s3types.ServerSideEncryptionAwsKms
		input.SSEKMSKeyId = aws.String(s.opts.KMSKeyID)
	}
	// => PutObject SSE-KMS|default
	if _, err := s.client.PutObject(ctx, input); err != nil {
		return fmt.Errorf("put %s: %w", key, err)
	}
	return nil
}

func (s *Store) Upload(ctx context.Context, key string, body io.Reader) error {
	// => PutObject SSE-S3
	_, err := s.uploader.Upload(ctx, &s3.PutObjectInput{
		Bucket:               &s.opts.Bucket,
		Key:                  &key,
		Body:                 body,
		ServerSideEncryption: s3types.ServerSideEncryptionAes256,
	})
	return err
}

func (s *Store) Forward(ctx context.Context, input *s3.PutObjectInput) error {
	input.Bucket = aws.String(s.opts.Bucket)
	// => PutObject ?
	_, err := s.client.PutObject(ctx, input)
	return err
}

func (s *Store) Mode(ctx context.Context, key string) error {
	in := s.base(key)
	switch s.opts.SSE {
	case "kms":
		in.ServerSideEncryption = s3types.ServerSideEncryptionAwsKms
	case "dsse":
		in.ServerSideEncryption = s3types.ServerSideEncryptionAwsKmsDsse
	default:
		in.ServerSideEncryption = s3types.ServerSideEncryptionAes256
	}
	// => PutObject SSE-KMS|DSSE-KMS|SSE-S3
	_, err := s.client.PutObject(ctx, in)
	return err
}

func (s *Store) base(key string) *s3.PutObjectInput {
	return &s3.PutObjectInput{Bucket: aws.String(s.opts.Bucket), Key: aws.String(key)}
}
