package mutate

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type sseConfig struct {
	algorithm string
	keyID     string
}

func (c *sseConfig) apply(in *s3.PutObjectInput) {
	if c == nil {
		return
	}
	in.ServerSideEncryption = types.ServerSideEncryption(c.algorithm)
	if c.keyID != "" {
		in.SSEKMSKeyId = aws.String(c.keyID)
	}
}

func setKMS(in *s3.PutObjectInput, key string) {
	in.ServerSideEncryption = types.ServerSideEncryptionAwsKms
	in.SSEKMSKeyId = &key
}

func helper(ctx context.Context, api *s3.Client) {
	var in s3.PutObjectInput
	in.Bucket = aws.String("b")
	in.Key = aws.String("k")
	setKMS(&in, "alias/mutated")
	// => PutObject SSE-KMS key=alias/mutated
	api.PutObject(ctx, &in)

	other := new(s3.PutObjectInput)
	other.Bucket = aws.String("b")
	other.Key = aws.String("k2")
	other.ServerSideEncryption = "aws:kms:dsse"
	// => PutObject DSSE-KMS
	api.PutObject(ctx, other)
}

func configured(ctx context.Context, api *s3.Client, cfg *sseConfig) {
	in := &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String("k")}
	cfg.apply(in)
	// => PutObject ?|default
	api.PutObject(ctx, in)
}
