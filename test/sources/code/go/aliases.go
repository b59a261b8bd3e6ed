package aliases

import (
	"context"

	awsv2 "github.com/aws/aws-sdk-go-v2/aws"
	amazon "github.com/aws/aws-sdk-go-v2/service/s3"
	. "github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type (
	client = amazon.Client
	input  = amazon.PutObjectInput
)

func put(ctx context.Context, c *client, sse string) error {
	in := input{Bucket: awsv2.String("b"), Key: awsv2.String("k"), ServerSideEncryption: ServerSideEncryptionAes256}
	// => PutObject SSE-S3
	if _, err := c.PutObject(ctx, &in); err != nil {
		return err
	}
	// => PutObject ?
	_, err := c.PutObject(ctx, &amazon.PutObjectInput{
		Bucket:               awsv2.String("b"),
		Key:                  awsv2.String("k"),
		ServerSideEncryption: ServerSideEncryption(sse),
	})
	return err
}
