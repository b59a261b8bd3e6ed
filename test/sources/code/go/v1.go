package legacy

import (
	"os"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
)

const kmsKey = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"

func upload(path string) error {
	sess := session.Must(session.NewSession(&aws.Config{Region: aws.String("us-east-1"), DisableSSL: aws.Bool(true)}))
	svc := s3.New(sess)
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	// => PutObject SSE-KMS key=arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
	_, err = svc.PutObject(&s3.PutObjectInput{
		Bucket:               aws.String("archive"),
		Key:                  aws.String(path),
		Body:                 f,
		ServerSideEncryption: aws.String(s3.ServerSideEncryptionAwsKms),
		SSEKMSKeyId:          aws.String(kmsKey),
	})
	if err != nil {
		return err
	}
	uploader := s3manager.NewUploader(sess, func(u *s3manager.Uploader) { u.PartSize = 10 << 20 })
	// => PutObject SSE-S3
	_, err = uploader.Upload(&s3manager.UploadInput{
		Bucket:               aws.String("archive"),
		Key:                  aws.String(path),
		Body:                 f,
		ServerSideEncryption: aws.String("AES256"),
	})
	return err
}

func copyWithKey(svc *s3.S3, key string) error {
	// => CopyObject SSE-C
	_, err := svc.CopyObject(&s3.CopyObjectInput{
		Bucket:                         aws.String("archive"),
		Key:                            aws.String("b"),
		CopySource:                     aws.String("archive/a"),
		SSECustomerAlgorithm:           aws.String("AES256"),
		SSECustomerKey:                 aws.String(key),
		CopySourceSSECustomerAlgorithm: aws.String("AES256"),
		CopySourceSSECustomerKey:       aws.String(key),
	})
	return err
}
