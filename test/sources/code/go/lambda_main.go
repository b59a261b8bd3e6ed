package main

import (
	"context"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

var client *s3.Client

func init() {
	cfg, err := config.LoadDefaultConfig(context.TODO())
	if err != nil {
		panic(err)
	}
	client = s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.BaseEndpoint = aws.String("https://s3.eu-west-1.amazonaws.com")
	})
}

func handle(ctx context.Context, event events.S3Event) error {
	for _, record := range event.Records {
		key := record.S3.Object.Key
		if strings.HasSuffix(key, ".tmp") {
			continue
		}
		// => CopyObject SSE-KMS
		_, err := client.CopyObject(ctx, &s3.CopyObjectInput{
			Bucket:               aws.String(os.Getenv("TARGET")),
			Key:                  aws.String(key),
			CopySource:           aws.String(record.S3.Bucket.Name + "/" + key),
			ServerSideEncryption: types.ServerSideEncryptionAwsKms,
			SSEKMSKeyId:          aws.String(os.Getenv("KMS_KEY_ID")),
			MetadataDirective:    types.MetadataDirectiveCopy,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func main() { lambda.Start(handle) }
