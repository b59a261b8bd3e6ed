import assert from 'node:assert/strict';
import { headers } from '../../../src/sources/headers/index.ts';
import { placed, read, summary } from '../facts.ts';

const sse = 'x-amz-server-side-encryption';

/** Name of what is read, its path and text, and its facts in short. */
const rows: [string, string, string, string[]][] = [
  [
    'a message',
    'a.http',
    `PUT https://b.s3.amazonaws.com/k\n${sse}: aws:kms\n${sse}-aws-kms-key-id: k1\n`,
    ['request PutObject SSE-KMS k1', 'client https aws'],
  ],
  [
    'messages, one after the other',
    'a.http',
    `GET /k HTTP/1.1\nHost: b\n${sse}-customer-algorithm: AES256\n\n###\nPUT /k HTTP/1.1\n${sse}: AES256\n`,
    ['request GetObject SSE-C', 'request PutObject SSE-S3'],
  ],
  [
    'a part',
    'a.http',
    `PUT /k?partNumber=1&uploadId=u HTTP/1.1\n${sse}-customer-algorithm: AES256`,
    ['request UploadPart SSE-C'],
  ],
  ['an answer', 'a.http', `PUT /k HTTP/1.1\n\nHTTP/1.1 200 OK\n${sse}: AES256\n`, []],
  ['an answer as data', 'a.yaml', `response:\n  headers:\n    ${sse}: AES256\n`, []],
  [
    'what only mentions it',
    'a.md',
    `The header \`${sse}\` names the algorithm. ${sse}: the algorithm to use.\n`,
    [],
  ],
  ['a name with its value in prose', 'a.md', `Send \`${sse}: AES256\` along.`, ['request ? SSE-S3 ?']],
  ['a table of names', 'a.md', `| \`${sse}\` | AES256 |\n`, []],
  ['a list of names', 'a.lua', `{ "${sse}", "ETag" }`, []],
  ['a policy', 'a.txt', `"s3:${sse}": "aws:kms"`, []],
  ['a comparison', 'a.lua', `if h["${sse}"] == "AES256" then`, []],
  [
    'a map',
    'a.lua',
    `h = {\n  ["${sse}"] = "aws:kms",\n  ["${sse}-aws-kms-key-id"] = key,\n}`,
    ['request ? SSE-KMS ?'],
  ],
  ['calls that set', 'a.pl', `$r->header("${sse}", "AES256");`, ['request ? SSE-S3 ?']],
  [
    'a method beside it',
    'a.lua',
    `{ method = "PUT", headers = { ["${sse}"] = "AES256" } }`,
    ['request PutObject SSE-S3 ?'],
  ],
  [
    'a list between bars',
    'a.txt',
    `-UploadHeaders “${sse}:aws:kms|${sse}-aws-kms-key-id:k1”`,
    ['request PutObject SSE-KMS k1'],
  ],
  ['a placeholder', 'a.http', `PUT /k HTTP/1.1\n${sse}: ServerSideEncryption\n`, ['request PutObject ?']],
  ['a parameter of an interface', 'a.yaml', `${sse}:\n  type: string\n`, []],
];

describe('raw headers', () => {
  for (const [name, path, text, wanted] of rows) {
    it(name, async () => assert.deepEqual(summary(await read(headers, path, text)), wanted));
  }

  it('stand at their exact places', async () => {
    const text = `h = { '${sse}': 'aws:KMS', "${sse}-customer-algorithm": "AES-256" }`;
    const [fact] = await read(headers, 'a.txt', text);
    assert.deepEqual(placed(fact!, text, 'encryption.algorithm', 'customerKey.algorithm'), [
      'encryption.algorithm=aws:KMS@aws:KMS',
      'customerKey.algorithm=AES-256@AES-256',
    ]);
  });

  it('name the header that was meant', async () => {
    const [fact] = await read(
      headers,
      'a.http',
      `PUT /k HTTP/1.1\n${sse}-aws-bucket-key-enabled: true\n${sse}: aws:kms\n`,
    );
    const { ignored } = fact!.fields as Record<
      string,
      { items: { entries: { value: { value: string } }[] }[] }
    >;
    assert.equal(ignored!.items[0]!.entries[1]!.value.value, `${sse}-bucket-key-enabled`);
  });

  it('keep keys secret', async () => {
    const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
    const [fact] = await read(headers, 'a.http', `PUT /k HTTP/1.1\n${sse}-customer-key: ${key}\n`);
    const value = (fact!.fields as Record<string, { secret?: true }>)['customerKey.key'];
    assert.equal(value!.secret, true);
  });
});
