const filler = (comment) =>
  `${comment} The quick brown fox of module NUMBER jumps over lazy dogs.\n`.repeat(3);

/** Ordinary files of about 1 kB, in which nothing is about S3. */
export const plain = [
  {
    extension: 'ts',
    text: `${filler('//')}import { readFile } from 'node:fs/promises';\n\nexport interface RowNUMBER {\n  name: string;\n  count: number;\n}\n\nexport async function rows(path: string): Promise<RowNUMBER[]> {\n  const text = await readFile(path, 'utf8');\n  return text.split('\\n').map((line) => {\n    const [name = '', count = '0'] = line.split(',');\n    return { name, count: Number(count) };\n  });\n}\n\nexport const total = (all: RowNUMBER[]) => all.reduce((sum, row) => sum + row.count, NUMBER);\n`,
  },
  {
    extension: 'py',
    text: `${filler('#')}from dataclasses import dataclass\n\n\n@dataclass\nclass RowNUMBER:\n    name: str\n    count: int\n\n\ndef rows(path):\n    with open(path) as lines:\n        return [RowNUMBER(*line.split(",")) for line in lines]\n\n\ndef total(all):\n    return sum(row.count for row in all) + NUMBER\n`,
  },
  {
    extension: 'java',
    text: `${filler('//')}package example.partNUMBER;\n\nimport java.util.List;\n\npublic final class RowNUMBER {\n  private final String name;\n  private final int count;\n\n  public RowNUMBER(String name, int count) {\n    this.name = name;\n    this.count = count;\n  }\n\n  public static int total(List<RowNUMBER> rows) {\n    return rows.stream().mapToInt(row -> row.count).sum();\n  }\n}\n`,
  },
  {
    extension: 'go',
    text: `${filler('//')}package part\n\ntype RowNUMBER struct {\n\tName  string\n\tCount int\n}\n\nfunc TotalNUMBER(rows []RowNUMBER) int {\n\tsum := 0\n\tfor _, row := range rows {\n\t\tsum += row.Count\n\t}\n\treturn sum\n}\n`,
  },
  { extension: 'md', text: `# Part NUMBER\n\n${filler('-')}\n\`\`\`sh\nmake part-NUMBER\n\`\`\`\n` },
  {
    extension: 'json',
    text: `{ "name": "part-NUMBER", "version": "1.0.NUMBER", "rows": [${'1, '.repeat(200)}NUMBER] }\n`,
  },
  { extension: 'yaml', text: `${filler('#')}name: part-NUMBER\nsteps:\n${'  - run: make\n'.repeat(20)}` },
  { extension: 'css', text: `.part-NUMBER { color: teal; }\n`.repeat(20) },
];

/** Files in which S3 is used, some of them with a mistake. */
export const withS3 = [
  {
    extension: 'ts',
    text: `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';\n\nconst client = new S3Client({ region: 'eu-central-1' });\n\nexport async function save(key: string, body: string, encrypted: boolean) {\n  const command = new PutObjectCommand({\n    Bucket: 'bucket-NUMBER',\n    Key: key,\n    Body: body,\n    ServerSideEncryption: encrypted ? 'aws:kms' : 'AES-256',\n  });\n  return client.send(command);\n}\n`,
  },
  {
    extension: 'py',
    text: `import boto3\n\ns3 = boto3.client("s3")\n\n\ndef save(key, body):\n    s3.put_object(Bucket="bucket-NUMBER", Key=key, Body=body, ServerSideEncryption="aws:kms")\n`,
  },
  {
    extension: 'go',
    text: `package store\n\nimport (\n\t"context"\n\n\t"github.com/aws/aws-sdk-go-v2/aws"\n\t"github.com/aws/aws-sdk-go-v2/service/s3"\n\t"github.com/aws/aws-sdk-go-v2/service/s3/types"\n)\n\nfunc SaveNUMBER(ctx context.Context, client *s3.Client, key string) error {\n\t_, err := client.PutObject(ctx, &s3.PutObjectInput{\n\t\tBucket:               aws.String("bucket-NUMBER"),\n\t\tKey:                  aws.String(key),\n\t\tServerSideEncryption: types.ServerSideEncryptionAes256,\n\t})\n\treturn err\n}\n`,
  },
  {
    extension: 'tf',
    text: `resource "aws_s3_bucket" "nNUMBER" {\n  bucket = "bucket-NUMBER"\n}\n\nresource "aws_s3_bucket_server_side_encryption_configuration" "nNUMBER" {\n  bucket = aws_s3_bucket.nNUMBER.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "aws:kms"\n    }\n  }\n}\n`,
  },
  {
    extension: 'sh',
    text: `#!/bin/sh\nset -e\naws s3 cp out.tar.gz s3://bucket-NUMBER/out.tar.gz --sse aws:kms\n`,
  },
];
