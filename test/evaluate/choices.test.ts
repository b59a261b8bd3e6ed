import assert from 'node:assert/strict';
import { assume, type Value } from '../../src/model/value.ts';
import { readProgram } from '../../src/sdks/index.ts';
import { translate } from '../../src/sources/code/adapter.ts';
import { go } from '../../src/sources/code/go.ts';

const text = `package a
import "github.com/aws/aws-sdk-go-v2/service/s3"
type D struct { c *s3.Client; keyID string }
func (d *D) mode() string {
	if d.keyID == "" {
		return "AES256"
	}
	return "aws:kms"
}
func (d *D) key() *string {
	if d.keyID != "" {
		return &d.keyID
	}
	return nil
}
func (d *D) put() {
	d.c.PutObject(ctx, &s3.PutObjectInput{Bucket: &b, Key: &k, ServerSideEncryption: d.mode(), SSEKMSKeyId: d.key()})
}`;

describe('conditions', () => {
  it('are one choice in two methods, where they compare one field, equal or unequal', async () => {
    const [fact] = readProgram(await translate(go, 'a.go', text), { source: 'code', endpoints: {} });
    const fields = fact!.fields as Record<string, Value>;
    const mode = fields['encryption.mode']!;
    const keyId = fields['encryption.keyId']!;
    assert.ok(mode.is === 'oneOf' && keyId.is === 'oneOf');
    assert.equal(mode.choice, keyId.choice);
    for (const arm of mode.arms) {
      const taken = assume(keyId, new Map([[mode.choice, arm.when]]));
      const isKms = arm.value.is === 'known' && arm.value.value === 'SSE-KMS';
      assert.equal(taken.is, isKms ? 'unknown' : 'absent');
    }
  });
});
