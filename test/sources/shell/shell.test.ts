import assert from 'node:assert/strict';
import { shell } from '../../../src/sources/shell/index.ts';
import { placed, read, summary } from '../facts.ts';

/** Name of what is read, its text, and its facts in short. */
const rows: [string, string, string, string[]][] = [
  [
    'a copy that names its key',
    'a.sh',
    'aws s3 cp a s3://b/ --sse aws:kms --sse-kms-key-id k1',
    ['request PutObject SSE-KMS k1'],
  ],
  ['a bare flag', 'a.sh', 'aws s3 cp a s3://b/ --sse', ['request PutObject SSE-S3']],
  ['a download', 'a.sh', 'aws s3 cp s3://b/x .', ['request GetObject default']],
  ['a copy between buckets', 'a.sh', 'aws s3 sync s3://a s3://b', ['request CopyObject default']],
  ['an open direction', 'a.sh', 'aws s3 cp "$FROM" "$TO" --sse AES256', ['request ? SSE-S3']],
  [
    'lines that go on',
    'a.sh',
    'aws s3api put-object \\\n  --bucket b --key k \\\n  --server-side-encryption aws:kms:dsse',
    ['request PutObject DSSE-KMS'],
  ],
  ['a variable', 'a.sh', 'MODE=aws:kms\naws s3 cp a s3://b --sse $MODE', ['request PutObject SSE-KMS']],
  [
    'an exported variable',
    'a.sh',
    'export K="alias/x"\naws s3 cp a s3://b --sse aws:kms --sse-kms-key-id "${K}"',
    ['request PutObject SSE-KMS alias/x'],
  ],
  [
    'flags in a text',
    'a.sh',
    'OPTS="--sse aws:kms --sse-kms-key-id k1"\naws s3 cp a s3://b $OPTS',
    ['request PutObject SSE-KMS k1'],
  ],
  [
    'flags in an array',
    'a.sh',
    'ARGS=(\n  --sse\n  aws:kms\n)\nARGS+=(--sse-kms-key-id k1)\naws s3 cp a s3://b "${ARGS[@]}"',
    ['request PutObject SSE-KMS k1'],
  ],
  ['flags from outside', 'a.sh', 'aws s3 cp a s3://b $EXTRA_ARGS', ['request PutObject ? ?']],
  ['all arguments', 'a.sh', 'aws s3 cp a s3://b "$@"', ['request PutObject ? ?']],
  [
    'a variable that a branch sets',
    'a.sh',
    'M=AES256\nif x; then M=aws:kms; fi\naws s3 cp a s3://b --sse $M',
    ['request PutObject ?'],
  ],
  [
    'a variable of another function',
    'a.sh',
    'f() { local M=AES256; }\ng() { local M=aws:kms; aws s3 cp a s3://b --sse $M; }',
    ['request PutObject SSE-KMS'],
  ],
  ['a default of its own', 'a.sh', 'aws s3 cp a s3://b --sse ${SSE:-AES256}', ['request PutObject ?|SSE-S3']],
  [
    'a placeholder',
    'a.sh',
    'aws s3 cp a s3://b --sse aws:kms --sse-kms-key-id <your-key-id>',
    ['request PutObject SSE-KMS ?'],
  ],
  [
    'a command in a loop, behind sudo',
    'a.sh',
    'for f in *; do sudo aws s3 cp ./$f s3://b/$f --sse; done',
    ['request PutObject SSE-S3'],
  ],
  [
    'no command in a comment or text',
    'a.sh',
    '# aws s3 cp a s3://b --sse\necho "aws s3 cp a s3://b --sse"\ncat <<EOF\naws s3 cp a s3://b --sse\nEOF',
    [],
  ],
  [
    'an endpoint in the clear',
    'a.sh',
    'aws --endpoint-url http://s3.amazonaws.com s3 ls',
    ['client http aws'],
  ],
  [
    'an endpoint of the environment',
    'a.sh',
    'export AWS_ENDPOINT_URL=http://minio:9000\naws s3 cp a s3://b',
    ['request PutObject default', 'client http private'],
  ],
  ['certificates that are not checked', 'a.sh', 'aws s3 ls --no-verify-ssl', ['client https aws false']],
  [
    's3cmd',
    'a.sh',
    's3cmd put --server-side-encryption --server-side-encryption-kms-id=k1 a s3://b/',
    ['request PutObject SSE-KMS k1'],
  ],
  [
    'rclone',
    'a.sh',
    'rclone copy a remote:b --s3-server-side-encryption aws:kms',
    ['request PutObject SSE-KMS'],
  ],
  ['rclone that may go anywhere', 'a.sh', 'rclone copy a remote:b', []],
  [
    's5cmd',
    'a.sh',
    "s5cmd cp --sse aws:kms --sse-kms-key-id k1 'a/*' s3://b/",
    ['request PutObject SSE-KMS k1'],
  ],
  ['mc', 'a.sh', 'mc cp --enc-kms "m/b=k1" a m/b/', ['request ? SSE-KMS k1']],
  [
    'curl',
    'a.sh',
    'curl -X PUT -T a -H "x-amz-server-side-encryption: aws:kms" https://b.s3.amazonaws.com/k',
    ['request PutObject SSE-KMS', 'client https aws'],
  ],
  ['curl elsewhere', 'a.sh', 'curl -H "Accept: x" https://example.com', []],
  [
    'S3 Sync with curly quotes',
    'a.bat',
    'S3Sync.exe -BucketName b -UploadHeaders “x-amz-server-side-encryption:aws:kms|x-amz-server-side-encryption-aws-kms-key-id:k1”',
    ['request PutObject SSE-KMS k1'],
  ],
  [
    'S3 Sync, headers of every request',
    'a.cmd',
    'S3Sync.exe -SyncDirection Download -RequestHeaders "x-amz-server-side-encryption:AES256"',
    ['request GetObject SSE-S3'],
  ],
  [
    'PowerShell',
    'a.ps1',
    '$k = "k1"\nWrite-S3Object -BucketName b -Key x `\n  -ServerSideEncryption aws:kms -ServerSideEncryptionKeyManagementServiceKeyId $k',
    ['request PutObject SSE-KMS k1'],
  ],
  [
    'PowerShell with a table',
    'a.ps1',
    "$p = @{\n  BucketName = 'b'\n  ServerSideEncryption = 'AES256'\n}\nWrite-S3Object @p",
    ['request PutObject SSE-S3'],
  ],
  [
    'make',
    'Makefile',
    'SSE = AES256\n\nup:\n\t@aws s3 cp a s3://b --sse $(SSE)\n',
    ['request PutObject SSE-S3'],
  ],
  [
    'a Dockerfile',
    'Dockerfile',
    'FROM x\nRUN apt-get update && \\\n    aws s3 cp a s3://b --sse aws:kms',
    ['request PutObject SSE-KMS'],
  ],
  [
    'a workflow',
    '.github/workflows/a.yml',
    'jobs:\n  a:\n    steps:\n      - run: |\n          aws s3 cp a s3://b \\\n            --sse aws:kms\n      - run: aws s3 cp a s3://b --sse\n',
    ['request PutObject SSE-KMS', 'request PutObject SSE-S3'],
  ],
  [
    'a pipeline',
    '.gitlab-ci.yml',
    'a:\n  script:\n    - aws s3 cp a s3://b --sse\n    - "aws s3 cp a s3://b --sse ${{ x }}"\n',
    ['request PutObject SSE-S3', 'request PutObject ?'],
  ],
  [
    'a block in a document',
    'a.md',
    'text aws s3 cp a s3://b --sse\n\n```sh\n$ aws s3 cp a s3://b --sse\n```\n\n```python\naws\n```\n',
    ['request PutObject SSE-S3'],
  ],
  [
    'an extension-less script',
    'deploy',
    '#!/usr/bin/env bash\naws s3 cp a s3://b --sse',
    ['request PutObject SSE-S3'],
  ],
  ['half-written words', 'a.sh', 'aws s3 cp a s3://b --sse "aws:kms', ['request PutObject SSE-KMS']],
];

describe('command lines', () => {
  for (const [name, path, text, wanted] of rows) {
    it(name, async () => assert.deepEqual(summary(await read(shell, path, text)), wanted));
  }

  it('stand at their exact places', async () => {
    const text =
      'KEY=alias/x\naws s3 cp a.csv "s3://reports/2026/a.csv" --sse "aws:KMS" --sse-kms-key-id $KEY';
    const [fact] = await read(shell, 'a.sh', text);
    assert.deepEqual(placed(fact!, text, 'bucket', 'key', 'encryption.algorithm', 'encryption.keyId'), [
      'bucket=reports@reports',
      'key=2026/a.csv@2026/a.csv',
      'encryption.algorithm=aws:KMS@aws:KMS',
      'encryption.keyId=alias/x@alias/x',
    ]);
    const { algorithm } = {
      algorithm: fact!.fields['encryption.algorithm' as never] as { name: { start: number; end: number } },
    };
    assert.equal(text.slice(algorithm.name.start, algorithm.name.end), '--sse');
  });

  it('tell what a tool refuses', async () => {
    const [fact] = await read(shell, 'a.sh', 'aws s3api put-object --bucket b --key k --sse aws:kms');
    const ignored = (
      fact!.fields as Record<string, { items?: { entries: { value: { value: string } }[] }[] }>
    ).ignored;
    assert.deepEqual(
      ignored?.items?.[0]?.entries.map(({ value }) => value.value),
      ['--sse', '--server-side-encryption'],
    );
  });

  it('know a key file of the repository', async () => {
    const text = 'aws s3 cp a s3://b --sse-c AES256 --sse-c-key fileb://sse.key';
    const [lies] = await read(shell, 'bin/a.sh', text, { 'bin/sse.key': '' });
    const [absent] = await read(shell, 'bin/a.sh', text);
    assert.deepEqual(placed(lies!, text, 'customerKey.inRepository', 'customerKey.key'), [
      'customerKey.inRepository=sse.key@fileb://sse.key',
      'customerKey.key=?',
    ]);
    assert.deepEqual(placed(absent!, text, 'customerKey.inRepository'), ['customerKey.inRepository=-']);
  });

  it('configure buckets, in JSON, shorthand and files', async () => {
    const rule = '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms"}}]}';
    const command = 'aws s3api put-bucket-encryption --bucket b --server-side-encryption-configuration';
    const forms: [string, Record<string, string>][] = [
      [`${command} '${rule}'`, {}],
      [`${command} 'Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=aws:kms}}]'`, {}],
      [`${command} file://rule.json`, { 'rule.json': rule }],
    ];
    for (const [text, files] of forms) {
      const [fact] = await read(shell, 'a.sh', text, files);
      assert.equal(fact?.kind, 'bucket');
      const words = files['rule.json'] ?? text;
      assert.deepEqual(
        placed(fact!, words, 'encryption.algorithm'),
        ['encryption.algorithm=aws:kms@aws:kms'].map((each) =>
          words.includes('"aws:kms"') ? 'encryption.algorithm=aws:kms@"aws:kms"' : each,
        ),
      );
    }
  });

  it('configure keys', async () => {
    const [made, gone] = await read(
      shell,
      'a.sh',
      'aws kms create-key --key-spec RSA_2048\naws kms schedule-key-deletion --key-id k --pending-window-in-days 3',
    );
    assert.equal((made!.fields as Record<string, { value: unknown }>).spec!.value, 'RSA_2048');
    assert.equal((gone!.fields as Record<string, { value: unknown }>).deletionWindowDays!.value, 3);
  });
});
