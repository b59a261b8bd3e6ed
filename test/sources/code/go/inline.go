package main

import (
	"bytes"
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-west-1"))
	if err != nil {
		log.Fatal(err)
	}
	client := s3.NewFromConfig(cfg)

	// => PutObject SSE-KMS key=alias/app
	_, err = client.PutObject(ctx, &s3.PutObjectInput{
		Bucket:               aws.String("reports"),
		Key:                  aws.String("q1.pdf"),
		Body:                 bytes.NewReader([]byte("x")),
		ServerSideEncryption: types.ServerSideEncryptionAwsKms,
		SSEKMSKeyId:          aws.String("alias/app"),
		BucketKeyEnabled:     aws.Bool(true),
		Metadata:             map[string]string{"owner": "billing"},
	})
	if err != nil {
		log.Fatal(err)
	}
	// => PutObject SSE-S3
	if _, err := client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String("reports"), Key: aws.String("a"), ServerSideEncryption: "AES256",
	}); err != nil {
		log.Fatal(err)
	}
	// => PutObject default
	client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("reports"), Key: aws.String("b")})
	// => GetObject default
	out, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("reports"), Key: aws.String("b")})
	if err != nil {
		log.Fatal(err)
	}
	defer out.Body.Close()
}
