package blob

import (
	"context"
	"crypto/md5"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// ErrNoBucket is returned when no bucket is configured.
var ErrNoBucket = errors.New("no bucket")

type Config struct {
	Bucket, KMSKeyID string
	SSEType          string `yaml:"sse_type"`
	CustomerKey      []byte
}

func newClient(ctx context.Context) (*s3.Client, error) {
	httpClient := awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	})
	cfg, err := config.LoadDefaultConfig(ctx, config.WithHTTPClient(httpClient))
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

func put(ctx context.Context, conf Config, name, body string) error {
	client, err := newClient(ctx)
	if err != nil {
		return err
	}
	in, err := putInput(conf, name, body)
	if err != nil {
		return err
	}
	// => PutObject SSE-KMS|SSE-S3|SSE-C|default
	_, err = client.PutObject(ctx, in)
	return err
}

func putInput(conf Config, name, body string) (*s3.PutObjectInput, error) {
	if conf.Bucket == "" {
		return nil, ErrNoBucket
	}
	in := &s3.PutObjectInput{Bucket: &conf.Bucket, Key: &name, Body: strings.NewReader(body)}
	switch conf.SSEType {
	case "SSE-KMS":
		in.ServerSideEncryption = types.ServerSideEncryptionAwsKms
		in.SSEKMSKeyId = aws.String(conf.KMSKeyID)
	case "SSE-S3":
		in.ServerSideEncryption = types.ServerSideEncryptionAes256
	case "SSE-C":
		sum := md5.Sum(conf.CustomerKey)
		in.SSECustomerAlgorithm = aws.String("AES256")
		in.SSECustomerKey = aws.String(base64.StdEncoding.EncodeToString(conf.CustomerKey))
		in.SSECustomerKeyMD5 = aws.String(base64.StdEncoding.EncodeToString(sum[:]))
	}
	return in, nil
}
