package crypto

import (
	"context"
	"strings"

	"github.com/aws/amazon-s3-encryption-client-go/v4/client"
	"github.com/aws/amazon-s3-encryption-client-go/v4/commitment"
	"github.com/aws/amazon-s3-encryption-client-go/v4/materials"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func run(ctx context.Context, cfg aws.Config, keyArn string) error {
	keyring := materials.NewKmsKeyring(kms.NewFromConfig(cfg), keyArn)
	cmm, err := materials.NewCryptographicMaterialsManager(keyring)
	if err != nil {
		return err
	}
	encrypting, err := client.New(s3.NewFromConfig(cfg), cmm, func(o *client.EncryptionClientOptions) {
		o.EnableLegacyWrappingAlgorithms = false
		o.CommitmentPolicy = commitment.REQUIRE_ENCRYPT_ALLOW_DECRYPT
	})
	if err != nil {
		return err
	}
	// => PutObject default
	_, err = encrypting.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String("vault"),
		Key:    aws.String("secret"),
		Body:   strings.NewReader("x"),
	})
	return err
}
