import assert from 'node:assert/strict';
import { brief, factsOf, fieldsOf, requestsOf } from './reading.ts';

type Row = [name: string, code: string, expected: string[]];

const calls: Record<string, Row[]> = {
  'SDK v2': [
    [
      'a promise',
      `const AWS = require('aws-sdk');\nconst s3 = new AWS.S3();\ns3.putObject({ Bucket: 'b', ServerSideEncryption: 'AES256' }).promise()`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'a callback',
      `import AWS from 'aws-sdk';\nconst s3 = new AWS.S3();\ns3.putObject({ Bucket: 'b', ServerSideEncryption: 'aws:kms' }, function (err, data) {})`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a callback with one parameter, in which there is more',
      `import * as AWS from 'aws-sdk';\nconst s3 = new AWS.S3();\ns3.putObject({ Bucket: 'b' }, (err) => { s3.copyObject({ CopySource: 'a/b', ServerSideEncryption: 'AES256' }).promise() })`,
      ['PutObject default -', 'CopyObject SSE-S3 -'],
    ],
    [
      'upload',
      `import { S3 } from 'aws-sdk';\nnew S3().upload({ Bucket: 'b', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'k1' }, { partSize: 5 }, () => {})`,
      ['PutObject SSE-KMS k1 managed'],
    ],
    [
      "one service's client",
      `import S3 from 'aws-sdk/clients/s3';\nnew S3().putObject({ ServerSideEncryption: 'AES256' })`,
      ['PutObject SSE-S3 -'],
    ],
    [
      "one service's client, required",
      `const S3 = require('aws-sdk/clients/s3');\nnew S3().putObject({ ServerSideEncryption: 'AES256' })`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'a part of require',
      `const S3 = require('aws-sdk').S3;\nnew S3().putObject({ ServerSideEncryption: 'AES256' })`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'in a class',
      `import AWS from 'aws-sdk';\nclass Store { s3 = new AWS.S3(); async put(key: string) { await this.s3.upload({ Key: key, ServerSideEncryption: 'AES256' }).promise() } }`,
      ['PutObject SSE-S3 - managed'],
    ],
    [
      'in a prototype',
      `const AWS = require('aws-sdk');\nfunction Store() { this.s3 = new AWS.S3() }\nStore.prototype.put = function (Key) { return this.s3.putObject({ Key, ServerSideEncryption: 'AES256' }) }`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'a managed upload',
      `const AWS = require('aws-sdk');\nnew AWS.S3.ManagedUpload({ params: { Bucket: 'b', ServerSideEncryption: 'AES256' } }).promise()`,
      ['PutObject SSE-S3 - managed'],
    ],
    [
      'compiled',
      `"use strict";\nvar __importDefault = this.__importDefault;\nvar aws_sdk_1 = __importDefault(require("aws-sdk"));\nvar s3 = new aws_sdk_1.default.S3();\ns3.putObject({ ServerSideEncryption: 'AES256' })`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'presigned',
      `const s3 = new (require('aws-sdk').S3)();\ns3.getSignedUrl('putObject', { Bucket: 'b', ServerSideEncryption: 'AES256' })`,
      ['PutObject SSE-S3 - presigned'],
    ],
    [
      'presigned, promised',
      `import AWS from 'aws-sdk';\nconst s3 = new AWS.S3();\nawait s3.getSignedUrlPromise('getObject', { Bucket: 'b' })`,
      ['GetObject default - presigned'],
    ],
    [
      'a base64 key is encoded twice',
      `import AWS from 'aws-sdk';\nnew AWS.S3().putObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=' })`,
      ['PutObject SSE-C - key:doubleEncoded'],
    ],
    [
      'a raw key is right',
      `import AWS from 'aws-sdk';\nnew AWS.S3().putObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKey: Buffer.from('MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=', 'base64') })`,
      ['PutObject SSE-C -'],
    ],
    [
      "another library's putObject",
      `import { Client } from 'minio';\nnew Client({}).putObject('b', 'k', 'body')`,
      [],
    ],
    [
      "another library's upload, beside the SDK",
      `import AWS from 'aws-sdk';\nimport cloudinary from 'cloudinary';\nnew AWS.S3();\ncloudinary.upload({ file: 'x' })`,
      [],
    ],
  ],
  'SDK v3': [
    [
      'a presigned command',
      `import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nimport { getSignedUrl } from '@aws-sdk/s3-request-presigner';\nawait getSignedUrl(new S3Client({}), new PutObjectCommand({ Bucket: 'b', ServerSideEncryption: 'aws:kms' }), { expiresIn: 60 })`,
      ['PutObject SSE-KMS - presigned'],
    ],
    [
      'a ternary picks the command',
      `import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';\nimport { getSignedUrl as sign } from '@aws-sdk/s3-request-presigner';\nfunction f(put) { const c = put ? new PutObjectCommand({ ServerSideEncryption: 'AES256' }) : new GetObjectCommand({ Bucket: 'b' }); return sign(new S3Client({}), c) }`,
      ['PutObject SSE-S3 - presigned', 'GetObject default - presigned'],
    ],
    [
      'a presigned POST',
      `import { S3Client } from '@aws-sdk/client-s3';\nimport { createPresignedPost } from '@aws-sdk/s3-presigned-post';\ncreatePresignedPost(new S3Client({}), { Bucket: 'b', Key: 'k', Fields: { 'x-amz-server-side-encryption': 'aws:kms' }, Conditions: [['eq', '$x-amz-server-side-encryption', 'aws:kms']] })`,
      ['PostObject SSE-KMS - presigned'],
    ],
    [
      'compiled names',
      `var client_s3_1 = require("@aws-sdk/client-s3");\nvar lib_storage_1 = require("@aws-sdk/lib-storage");\nvar U = lib_storage_1.Upload;\nvar c = new client_s3_1.S3Client({});\nnew U({ client: c, params: { ServerSideEncryption: "AES256" } }).done();\n(0, c.send)(new client_s3_1.PutObjectCommand({ ServerSideEncryption: "aws:kms" }))`,
      ['PutObject SSE-S3 - managed', 'PutObject SSE-KMS -'],
    ],
    [
      'a base64 key is right',
      `import { S3 } from '@aws-sdk/client-s3';\nnew S3({}).putObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=' })`,
      ['PutObject SSE-C -'],
    ],
    [
      'the bytes of base64 are not the key',
      `import { S3 } from '@aws-sdk/client-s3';\nnew S3({}).putObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKey: Buffer.from('MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=') })`,
      ['PutObject SSE-C - key:doubleEncoded'],
    ],
    [
      'parts',
      `import { S3Client, CreateMultipartUploadCommand, UploadPartCommand } from '@aws-sdk/client-s3';\nconst c = new S3Client({});\nasync function f() { const m = await c.send(new CreateMultipartUploadCommand({ Bucket: 'b', ServerSideEncryption: 'AES256' })); await c.send(new UploadPartCommand({ Bucket: 'b', UploadId: m.UploadId })) }`,
      ['CreateMultipartUpload SSE-S3 -', 'UploadPart default -'],
    ],
    [
      'a middleware of the command',
      `import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nclass Mine extends PutObjectCommand {}\nnew S3Client({}).send(new Mine({ ServerSideEncryption: 'AES256' }))`,
      ['PutObject SSE-S3 -'],
    ],
  ],
  "the CDK's deployments": [
    [
      'KMS',
      `import * as s3deploy from 'aws-cdk-lib/aws-s3-deployment';\nnew s3deploy.BucketDeployment(app, 'D', { sources: [], serverSideEncryption: s3deploy.ServerSideEncryption.AWS_KMS, serverSideEncryptionAwsKmsKeyId: 'k1' })`,
      ['PutObject SSE-KMS k1 managed'],
    ],
    [
      'nothing',
      `import { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';\nnew BucketDeployment(app, 'D', { sources: [] })`,
      ['PutObject default - managed'],
    ],
    [
      'from the whole library',
      `import { aws_s3_deployment as d } from 'aws-cdk-lib';\nnew d.BucketDeployment(app, 'D', { sources: [], serverSideEncryption: d.ServerSideEncryption.AES_256 })`,
      ['PutObject SSE-S3 - managed'],
    ],
  ],
  'multer-s3': [
    [
      'nothing',
      `import multer from 'multer';\nimport multerS3 from 'multer-s3';\nimport { S3Client } from '@aws-sdk/client-s3';\nexport const upload = multer({ storage: multerS3({ s3: new S3Client({}), bucket: 'b' }) })`,
      ['PutObject default - managed'],
    ],
    [
      'encrypted',
      `const multerS3 = require('multer-s3');\nmodule.exports = multerS3({ s3: {}, bucket: 'b', serverSideEncryption: 'aws:kms', sseKmsKeyId: 'k1' })`,
      ['PutObject SSE-KMS k1 managed'],
    ],
    [
      'by a function',
      `const multerS3 = require('multer-s3');\nmulterS3({ s3: {}, bucket: 'b', serverSideEncryption: (req, file, cb) => cb(null, 'AES256') })`,
      ['PutObject ? - managed'],
    ],
    [
      'in a decorator',
      `import multerS3 from 'multer-s3';\n@Controller()\nclass C { @Post() @UseInterceptors(FileInterceptor('file', { storage: multerS3({ bucket: 'b', serverSideEncryption: 'AES256' }) })) up() {} }`,
      ['PutObject SSE-S3 - managed'],
    ],
  ],
};

describe('JavaScript: the calls of each library', () => {
  for (const [library, rows] of Object.entries(calls)) {
    describe(library, () => {
      for (const [name, code, expected] of rows) {
        it(name, async () => assert.deepEqual(await requestsOf({ 'a.ts': code }), expected));
      }
    });
  }
});

const clients: [name: string, code: string, expected: string][] = [
  [
    'nothing',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'eu-west-1' })`,
    'https aws -',
  ],
  [
    'http',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: 'http://s3.amazonaws.com' })`,
    'http aws -',
  ],
  [
    'http to MinIO',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: 'http://minio:9000', forcePathStyle: true })`,
    'http private -',
  ],
  [
    'http to this machine',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: 'http://localhost:9000' })`,
    'http loopback -',
  ],
  [
    'from the environment',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: process.env.S3_ENDPOINT })`,
    '? ? -',
  ],
  [
    'from the environment, with a default',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: process.env.S3_ENDPOINT ?? 'http://localhost:9000' })`,
    '?|http ?|loopback -',
  ],
  [
    'of a template',
    'import { S3Client } from "@aws-sdk/client-s3";\nconst port = 9000;\nnew S3Client({ endpoint: `http://localhost:${port}` })',
    'http loopback -',
  ],
  [
    'a URL object',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ endpoint: new URL('http://localhost:9000') })`,
    'http loopback -',
  ],
  [
    'tls: false',
    `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ tls: false })`,
    'http aws -',
  ],
  [
    'options that cannot be seen',
    `import { S3Client } from '@aws-sdk/client-s3';\nexport const make = (options) => new S3Client(options)`,
    '? ? ?',
  ],
  [
    'options spread',
    `import { S3Client } from '@aws-sdk/client-s3';\nexport const make = (options) => new S3Client({ region: 'x', ...options })`,
    '? ? ?',
  ],
  [
    'certificates unchecked',
    `import { S3Client } from '@aws-sdk/client-s3';\nimport { NodeHttpHandler } from '@smithy/node-http-handler';\nimport { Agent } from 'node:https';\nconst httpsAgent = new Agent({ rejectUnauthorized: false });\nnew S3Client({ requestHandler: new NodeHttpHandler({ httpsAgent }) })`,
    'https aws false',
  ],
  [
    'v2: an endpoint object',
    `import AWS from 'aws-sdk';\nnew AWS.S3({ endpoint: new AWS.Endpoint('http://localhost:4566') })`,
    'http loopback -',
  ],
  ['v2: sslEnabled', `import AWS from 'aws-sdk';\nnew AWS.S3({ sslEnabled: false })`, 'http aws -'],
  [
    'v2: an agent',
    `const AWS = require('aws-sdk');\nconst https = require('https');\nnew AWS.S3({ httpOptions: { agent: new https.Agent({ rejectUnauthorized: false }) } })`,
    'https aws false',
  ],
];

describe('JavaScript: how clients connect', () => {
  for (const [name, code, expected] of clients) {
    it(name, async () => {
      const [client] = (await factsOf({ 'a.ts': code })).filter((fact) => fact.kind === 'client');
      assert.ok(client, 'a client is found');
      const fields = fieldsOf(client);
      const hidden = client.complete ? '-' : '?';
      const words = ['scheme', 'hostClass', 'verified'].map((name) => {
        const value = fields[`transport.${name}`];
        return value ? brief(value) : hidden;
      });
      assert.equal(words.join(' '), expected);
    });
  }
});
