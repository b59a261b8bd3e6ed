package links

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type Presigner struct {
	PresignClient *s3.PresignClient
}

func NewPresigner(client *s3.Client) Presigner {
	return Presigner{PresignClient: s3.NewPresignClient(client)}
}

func (presigner Presigner) Put(ctx context.Context, bucketName, objectKey string, lifetimeSecs int64) (*v4.PresignedHTTPRequest, error) {
	// => PutObject SSE-KMS key=alias/links
	return presigner.PresignClient.PresignPutObject(ctx, &s3.PutObjectInput{
		Bucket:               aws.String(bucketName),
		Key:                  aws.String(objectKey),
		ServerSideEncryption: types.ServerSideEncryptionAwsKms,
		SSEKMSKeyId:          aws.String("alias/links"),
	}, func(opts *s3.PresignOptions) {
		opts.Expires = time.Duration(lifetimeSecs * int64(time.Second))
	})
}

func (presigner Presigner) Get(ctx context.Context, bucketName, objectKey string) (string, error) {
	// => GetObject default
	request, err := presigner.PresignClient.PresignGetObject(ctx, &s3.GetObjectInput{
		Bucket: aws.String(bucketName),
		Key:    aws.String(objectKey),
	})
	if err != nil {
		return "", err
	}
	return request.URL, nil
}
