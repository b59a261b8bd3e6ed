import assert from 'node:assert/strict';
import { resolveModule } from '../../../src/sources/typescript/modules.ts';
import { requestsOf, workspaceOf } from './reading.ts';

const sdk = `import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nconst client = new S3Client({});\n`;
const send = `client.send(new PutObjectCommand({ Bucket: 'b', ServerSideEncryption: sse }));`;

const imports: [name: string, files: Record<string, string>, expected: string[]][] = [
  [
    'a constant of another file',
    {
      'src/a.ts': `import { sse } from './conf';\n${sdk}${send}`,
      'src/conf.ts': `export const sse = 'aws:kms';`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'under another name, from `.js` that is `.ts`',
    {
      'src/a.ts': `import { kms as sse } from './conf.js';\n${sdk}${send}`,
      'src/conf.ts': `const KMS = 'aws:kms';\nexport { KMS as kms };`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'a default',
    { 'a.ts': `import sse from './conf';\n${sdk}${send}`, 'conf.ts': `export default 'AES256';` },
    ['PutObject SSE-S3 -'],
  ],
  [
    'through a barrel',
    {
      'a.ts': `import { sse } from './lib';\n${sdk}${send}`,
      'lib/index.ts': `export * from './conf';\nexport * from './other';`,
      'lib/conf.ts': `export const sse = 'aws:kms';`,
      'lib/other.ts': `export const x = 1;`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'through a barrel, as a whole',
    {
      'a.ts': `import * as lib from './lib';\nconst { sse } = lib;\n${sdk}${send}`,
      'lib/index.ts': `export * from './conf';`,
      'lib/conf.ts': `export const sse = 'aws:kms';`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'passed on under another name',
    {
      'a.ts': `import { sse } from './lib';\n${sdk}${send}`,
      'lib/index.ts': `export { mode as sse } from './conf';`,
      'lib/conf.ts': `export const mode = 'aws:kms';`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'a client of another file',
    {
      'a.ts': `import { PutObjectCommand } from '@aws-sdk/client-s3';\nimport { s3 } from './client';\ns3.send(new PutObjectCommand({ ServerSideEncryption: 'AES256' }));`,
      'client.ts': `import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({});`,
    },
    ['PutObject SSE-S3 -'],
  ],
  [
    'a helper of another file',
    {
      'a.ts': `import { withKms } from './helper';\n${sdk}client.send(new PutObjectCommand(withKms({ Bucket: 'b' })));`,
      'helper.ts': `export function withKms(p) { p.ServerSideEncryption = 'aws:kms'; return p }`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'CommonJS: exports and require',
    {
      'a.js': `const { sse } = require('./conf');\nconst { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');\nconst client = new S3Client({});\n${send}`,
      'conf.js': `module.exports = { sse: 'aws:kms' };`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'CommonJS: a function as the module',
    {
      'a.js': `const modeOf = require('./conf');\nconst { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');\nconst client = new S3Client({});\nconst sse = modeOf();\n${send}`,
      'conf.js': `module.exports = () => 'aws:kms';`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'compiled by tsc',
    {
      'a.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.put = void 0;
const client_s3_1 = require("@aws-sdk/client-s3");
const conf_1 = require("./conf");
const client = new client_s3_1.S3Client({});
const put = async () => { await client.send(new client_s3_1.PutObjectCommand({ ServerSideEncryption: conf_1.sse })); };
exports.put = put;`,
      'conf.js': `"use strict";\nexports.sse = void 0;\nexports.sse = 'aws:kms';`,
    },
    ['PutObject SSE-KMS -'],
  ],
  [
    'compiled by esbuild, with a helper around require',
    {
      'a.js': `var import_client_s3 = require("@aws-sdk/client-s3");
var import_conf = __toESM(require("./conf"));
var client = new import_client_s3.S3Client({});
(0, client.send)(new import_client_s3.PutObjectCommand({ ServerSideEncryption: import_conf.default }));`,
      'conf.js': `exports.default = 'AES256';`,
    },
    ['PutObject SSE-S3 -'],
  ],
  ['a file that is not there', { 'a.ts': `import { sse } from './gone';\n${sdk}${send}` }, ['PutObject ? -']],
  [
    'two files that import each other',
    {
      'a.ts': `import { sse } from './b';\nexport const mode = 'aws:kms';\n${sdk}${send}`,
      'b.ts': `import { mode } from './a';\nexport const sse = 'AES256';\nexport const other = mode;`,
    },
    ['PutObject SSE-S3 -'],
  ],
  [
    'a dynamic import',
    {
      'a.ts': `async function put() { const { S3Client, PutObjectCommand } = await import('@aws-sdk/client-s3'); await new S3Client({}).send(new PutObjectCommand({ ServerSideEncryption: 'AES256' })) }`,
    },
    ['PutObject SSE-S3 -'],
  ],
];

describe('TypeScript: what other files export', () => {
  for (const [name, files, expected] of imports) {
    it(name, async () => assert.deepEqual(await requestsOf(files), expected));
  }
});

describe('TypeScript: the file that an import means', () => {
  const workspace = workspaceOf({
    'tsconfig.json': `{ // comments are allowed\n "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], "conf": ["src/conf.ts"], }, } }`,
    'src/a.ts': '',
    'src/conf.ts': '',
    'src/view.tsx': '',
    'src/lib/index.mts': '',
    'src/plain.js': '',
  });
  const rows: [specifier: string, file: string | undefined][] = [
    ['./conf', 'src/conf.ts'],
    ['./conf.ts', 'src/conf.ts'],
    ['./conf.js', 'src/conf.ts'],
    ['./view.js', 'src/view.tsx'],
    ['./plain.js', 'src/plain.js'],
    ['./lib', 'src/lib/index.mts'],
    ['../src/conf', 'src/conf.ts'],
    ['@/conf', 'src/conf.ts'],
    ['@/lib', 'src/lib/index.mts'],
    ['conf', 'src/conf.ts'],
    ['src/plain', 'src/plain.js'],
    ['lodash', undefined],
    ['node:fs', undefined],
    ['../../../outside', undefined],
  ];
  for (const [specifier, file] of rows) {
    it(`${specifier} is ${file ?? 'none'}`, () => {
      assert.equal(resolveModule('src/a.ts', specifier, workspace), file);
    });
  }
});
