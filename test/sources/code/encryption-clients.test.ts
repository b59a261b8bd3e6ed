import assert from 'node:assert/strict';
import type { Value } from '../../../src/model/value.ts';
import { readProgram } from '../../../src/sdks/index.ts';
import { type Adapter, translate } from '../../../src/sources/code/adapter.ts';

function plain(value: Value | undefined): unknown {
  if (value?.is === 'list') return value.items.map(plain);
  return value?.is === 'known' ? value.value : value?.is;
}

async function clientOf(language: string, text: string): Promise<Record<string, unknown>> {
  const module = (await import(`../../../src/sources/code/${language}.ts`)) as Record<string, Adapter>;
  const program = await translate(module[language]!, 'file', text);
  const fact = readProgram(program, { source: 'code', endpoints: {} }).find((each) => each.kind === 'cse');
  return Object.fromEntries(
    Object.entries(fact?.fields ?? {}).map(([path, value]) => [path, plain(value as Value)]),
  );
}

/** Clients that encrypt before they send, and the options that weaken them. */
const clients: [string, string, string, Record<string, unknown>][] = [
  [
    'java',
    'V1',
    `import com.amazonaws.services.s3.*;
     class A { Object s3 = AmazonS3EncryptionClientBuilder.standard().withEncryptionMaterials(m).build(); }`,
    { generation: 'V1' },
  ],
  [
    'java',
    'V3 with a legacy mode',
    `import software.amazon.encryption.s3.S3EncryptionClient;
     class A { Object s3 = S3EncryptionClient.builder().kmsKeyId(k).enableLegacyUnauthenticatedModes(true).build(); }`,
    { generation: 'V3', modes: ['enableLegacyUnauthenticatedModes'] },
  ],
  [
    'kotlin',
    'V4 that does not commit yet',
    `import software.amazon.encryption.s3.CommitmentPolicy
     import software.amazon.encryption.s3.S3EncryptionClient
     val s3 = S3EncryptionClient.builderV4().kmsKeyId(k).commitmentPolicy(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT).build()`,
    { generation: 'V4', commitment: 'FORBID_ENCRYPT_ALLOW_DECRYPT' },
  ],
  [
    'go',
    'v3 with a legacy switch',
    `package a
     import "github.com/aws/amazon-s3-encryption-client-go/v3/client"
     func f() { c, err := client.New(s, cmm, func(o *client.EncryptionClientOptions) { o.EnableLegacyWrappingAlgorithms = true }) }`,
    { generation: 'V3', modes: ['EnableLegacyWrappingAlgorithms'] },
  ],
  [
    'csharp',
    'V2 and legacy',
    `using Amazon.Extensions.S3.Encryption;
     var c = new AmazonS3EncryptionClientV2(new AmazonS3CryptoConfigurationV2(SecurityProfile.V2AndLegacy), m);`,
    { generation: 'V2', modes: ['V2AndLegacy'] },
  ],
  [
    'cpp',
    'V1',
    `#include <aws/s3-encryption/S3EncryptionClient.h>
     void f() { Aws::S3Encryption::S3EncryptionClient client(materials, configuration); }`,
    { generation: 'V1' },
  ],
];

describe('clients that encrypt before they send', () => {
  for (const [language, title, text, expected] of clients) {
    it(`${language}: ${title}`, async () => {
      const found = await clientOf(language, text);
      for (const [path, value] of Object.entries({ library: 's3-encryption-client', ...expected })) {
        assert.deepEqual(found[path], value, path);
      }
    });
  }
});
