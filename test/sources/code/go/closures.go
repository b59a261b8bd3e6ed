package worker

import (
	"context"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3t "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"golang.org/x/sync/errgroup"
)

var (
	bucket = "jobs"
	sse    = s3t.ServerSideEncryptionAwsKms
)

func All(ctx context.Context, c *s3.Client, keys []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, key := range keys {
		g.Go(func() error {
			// => PutObject SSE-KMS
			_, err := c.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(bucket), Key: aws.String(key), ServerSideEncryption: sse})
			return err
		})
	}
	return g.Wait()
}

func Group(ctx context.Context, c *s3.Client, keys ...string) {
	var wg sync.WaitGroup
	for i := range keys {
		wg.Add(1)
		go func(k string) {
			defer wg.Done()
			// => HeadObject default
			c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &k})
		}(keys[i])
	}
	wg.Wait()
}

func Retry(ctx context.Context, do func(func() error) error, c *s3.Client) error {
	input := s3.CopyObjectInput{
		Bucket:     aws.String(bucket),
		Key:        aws.String("copy"),
		CopySource: aws.String("jobs/original"),
	}
	return do(func() error {
		// => CopyObject default
		_, err := c.CopyObject(ctx, &input)
		return err
	})
}

func Decorated(ctx context.Context, c *s3.Client, decorate func(*s3.PutObjectInput)) {
	in := &s3.PutObjectInput{Bucket: &bucket, Key: aws.String("k")}
	if decorate != nil {
		decorate(in)
	}
	// => PutObject ?
	c.PutObject(ctx, in)
}
