package driver

import (
	"fmt"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
)

type driver struct {
	S3      s3iface.S3API
	Bucket  string
	Encrypt bool
	KeyID   string
	Class   string
}

type Parameters struct {
	Encrypt bool
	KeyID   string
	Secure  bool
}

func New(params Parameters) (*driver, error) {
	awsConfig := aws.NewConfig()
	awsConfig.WithCredentials(credentials.NewEnvCredentials())
	awsConfig.WithDisableSSL(!params.Secure)
	sess, err := session.NewSession(awsConfig)
	if err != nil {
		return nil, fmt.Errorf("failed to create new session: %v", err)
	}
	d := &driver{S3: s3.New(sess), Encrypt: params.Encrypt, KeyID: params.KeyID}
	return d, nil
}

func (d *driver) PutContent(path string, body []byte) error {
	// => PutObject SSE-KMS|SSE-S3|default
	_, err := d.S3.PutObject(&s3.PutObjectInput{
		Bucket:               aws.String(d.Bucket),
		Key:                  aws.String(d.path(path)),
		ContentType:          d.getContentType(),
		ServerSideEncryption: d.getEncryptionMode(),
		SSEKMSKeyId:          d.getSSEKMSKeyID(),
	})
	return err
}

func (d *driver) Move(source, dest string) error {
	// => CopyObject SSE-KMS|SSE-S3|default
	_, err := d.S3.CopyObject(&s3.CopyObjectInput{
		Bucket:               aws.String(d.Bucket),
		Key:                  aws.String(dest),
		CopySource:           aws.String(d.Bucket + "/" + source),
		ServerSideEncryption: d.getEncryptionMode(),
		SSEKMSKeyId:          d.getSSEKMSKeyID(),
	})
	return err
}

func (d *driver) path(path string) string { return "root/" + path }

func (d *driver) getContentType() *string { return aws.String("application/octet-stream") }

func (d *driver) getEncryptionMode() *string {
	if !d.Encrypt {
		return nil
	}
	if d.KeyID == "" {
		return aws.String("AES256")
	}
	return aws.String("aws:kms")
}

func (d *driver) getSSEKMSKeyID() *string {
	if d.KeyID != "" {
		return aws.String(d.KeyID)
	}
	return nil
}
