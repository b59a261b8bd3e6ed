import assert from 'node:assert/strict';
import { edited } from '../../../src/lint/fix.ts';
import type { Change } from '../../../src/model/change.ts';
import { config } from '../../../src/sources/config/index.ts';
import { headers } from '../../../src/sources/headers/index.ts';
import { shell } from '../../../src/sources/shell/index.ts';
import type { Source } from '../../../src/sources/source.ts';
import { read } from '../facts.ts';

const set = (path: string, literal: string | boolean): Change => ({ verb: 'set', path, value: { literal } });
const drop = (path: string): Change => ({ verb: 'drop', path });
const sse = 'x-amz-server-side-encryption';
const copy = 'aws s3 cp a s3://b';

/** The source, a path, its text, the change, and the text after it; undefined where it cannot be said. */
const rows: [Source, string, string, Change, string | undefined][] = [
  [
    shell,
    'a.sh',
    `${copy} --sse "aws:KMS" -x`,
    set('encryption.algorithm', 'aws:kms'),
    `${copy} --sse "aws:kms" -x`,
  ],
  [
    shell,
    'a.sh',
    `${copy} --sse AES256 # x`,
    set('encryption.keyId', 'alias/x y'),
    `${copy} --sse AES256 --sse-kms-key-id 'alias/x y' # x`,
  ],
  [
    shell,
    'a.sh',
    `${copy} \\\n  --sse aws:kms\nls`,
    set('encryption.keyId', 'k1'),
    `${copy} \\\n  --sse aws:kms \\\n  --sse-kms-key-id k1\nls`,
  ],
  [
    shell,
    'a.sh',
    'aws s3api put-object --bucket b --key k',
    set('encryption.mode', 'SSE-KMS'),
    'aws s3api put-object --bucket b --key k --server-side-encryption aws:kms',
  ],
  [shell, 'a.sh', `${copy} --sse-kms-key-id "k1" --quiet`, drop('encryption.keyId'), `${copy} --quiet`],
  [
    shell,
    'a.sh',
    `${copy} --endpoint-url http://s3.amazonaws.com`,
    set('transport.scheme', 'https'),
    `${copy} --endpoint-url https://s3.amazonaws.com`,
  ],
  [
    shell,
    'a.sh',
    'aws s3api put-object --bucket b --sse AES256',
    { verb: 'rename', path: 'ignored.0', to: '--server-side-encryption' },
    'aws s3api put-object --bucket b --server-side-encryption AES256',
  ],
  [shell, 'a.sh', 'mc cp --enc-s3 m/b a m/b/', set('encryption.keyId', 'k1'), undefined],
  [
    headers,
    'a.http',
    `PUT /k HTTP/1.1\n${sse}: KMS\nHost: b\n`,
    set('encryption.mode', 'SSE-KMS'),
    `PUT /k HTTP/1.1\n${sse}: aws:kms\nHost: b\n`,
  ],
  [
    headers,
    'a.http',
    `GET /k HTTP/1.1\n${sse}: KMS\nHost: b\n`,
    drop('encryption.algorithm'),
    'GET /k HTTP/1.1\nHost: b\n',
  ],
  [
    headers,
    'a.http',
    `PUT /k HTTP/1.1\n${sse}: aws:kms\n`,
    set('encryption.keyId', 'k1'),
    `PUT /k HTTP/1.1\n${sse}: aws:kms\n${sse}-aws-kms-key-id: k1\n`,
  ],
  [
    headers,
    'a.txt',
    `-H “${sse}:aws:kms|x-amz-storage-class:S”`,
    drop('encryption.algorithm'),
    '-H “x-amz-storage-class:S”',
  ],
  [
    headers,
    'a.lua',
    `h = {\n  ["${sse}"] = "KMS"\n}`,
    set('encryption.algorithm', 'aws:kms'),
    `h = {\n  ["${sse}"] = "aws:kms"\n}`,
  ],
  [
    config,
    'a.properties',
    'fs.s3a.encryption.algorithm=AES256\nx=1\n',
    set('encryption.mode', 'SSE-KMS'),
    'fs.s3a.encryption.algorithm=SSE-KMS\nx=1\n',
  ],
  [
    config,
    'a.properties',
    'fs.s3a.encryption.algorithm = SSE-KMS\n',
    set('encryption.keyId', 'k1'),
    'fs.s3a.encryption.algorithm = SSE-KMS\nfs.s3a.encryption.key = k1\n',
  ],
  [
    config,
    'a.sql',
    "CREATE STAGE s URL='s3://b/' ENCRYPTION=(TYPE='NONE');",
    set('encryption.enabled', true),
    undefined,
  ],
];

describe('changes of command lines, headers and settings', () => {
  for (const [source, path, text, change, wanted] of rows) {
    it(`${change.verb} ${'path' in change ? change.path : ''}: ${text.slice(0, 40).replace(/\n/g, '⏎')}`, async () => {
      const [fact] = await read(source, path, text);
      const edits = await (await source.load()).write([change], fact!, text);
      assert.equal(edits && edited(text, edits), wanted);
    });
  }
});
