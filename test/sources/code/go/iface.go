package svc

import (
	"bytes"
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"go.uber.org/zap"
)

type PutObjectAPI interface {
	PutObject(ctx context.Context, params *s3.PutObjectInput, optFns ...func(*s3.Options)) (*s3.PutObjectOutput, error)
	GetObject(ctx context.Context, params *s3.GetObjectInput, optFns ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

type Service struct {
	S3     PutObjectAPI
	log    *zap.Logger
	sse    types.ServerSideEncryption
	bucket string
}

type Option func(*Service)

func WithKMS() Option {
	return func(s *Service) { s.sse = types.ServerSideEncryptionAwsKms }
}

func NewService(api PutObjectAPI, bucket string, opts ...Option) *Service {
	s := &Service{S3: api, bucket: bucket, log: zap.NewNop()}
	for _, opt := range opts {
		opt(s)
	}
	return s
}

func (s *Service) Save(ctx context.Context, key string, data []byte) (*s3.PutObjectOutput, error) {
	s.log.Info("saving", zap.String("key", key))
	// => PutObject ?
	return s.S3.PutObject(ctx, &s3.PutObjectInput{
		Bucket:               &s.bucket,
		Key:                  &key,
		Body:                 bytes.NewReader(data),
		ServerSideEncryption: s.sse,
	})
}

func (s *Service) Load(ctx context.Context, key string) error {
	// => GetObject default
	out, err := s.S3.GetObject(ctx, &s3.GetObjectInput{Bucket: &s.bucket, Key: &key})
	if err == nil {
		out.Body.Close()
	}
	return err
}
