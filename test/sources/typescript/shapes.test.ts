import assert from 'node:assert/strict';
import { requestsOf } from './reading.ts';

const prelude = `import { S3Client, S3, PutObjectCommand, GetObjectCommand, CopyObjectCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
const client = new S3Client({});
`;

type Shape = [name: string, code: string, expected: string[]];

/** The ways in which programs set or forward encryption, each with what can be known of it. */
const shapes: Record<string, Shape[]> = {
  'one literal': [
    [
      'nothing is named',
      `client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k' }))`,
      ['PutObject default -'],
    ],
    [
      'AES256',
      `client.send(new PutObjectCommand({ ServerSideEncryption: 'AES256' }))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'KMS with a key',
      `client.send(new PutObjectCommand({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'k1' }))`,
      ['PutObject SSE-KMS k1'],
    ],
    [
      'a value that S3 does not know',
      `client.send(new PutObjectCommand({ ServerSideEncryption: 'KMS' }))`,
      ['PutObject invalid -'],
    ],
    [
      'never sent',
      `const made = new PutObjectCommand({ ServerSideEncryption: 'AES256' })`,
      ['PutObject SSE-S3 -'],
    ],
    [
      "somebody else's command",
      `import { PutObjectCommand as Mine } from './mine';\nclient.send(new Mine({ ServerSideEncryption: 'KMS' }))`,
      [],
    ],
    [
      'undefined is nothing',
      `client.send(new PutObjectCommand({ ServerSideEncryption: undefined }))`,
      ['PutObject default -'],
    ],
    [
      'the aggregated client',
      `new S3({}).putObject({ Bucket: 'b', ServerSideEncryption: 'aws:kms' })`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a managed upload',
      `await new Upload({ client, params: { Bucket: 'b', ServerSideEncryption: 'AES256' } }).done()`,
      ['PutObject SSE-S3 - managed'],
    ],
    [
      'a copy',
      `client.send(new CopyObjectCommand({ CopySource: 'a/b', ServerSideEncryption: 'AES256' }))`,
      ['CopyObject SSE-S3 -'],
    ],
  ],
  'constants and names': [
    [
      'a constant',
      `const SSE = 'aws:kms';\nclient.send(new PutObjectCommand({ ServerSideEncryption: SSE }))`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a constant object',
      `const E = { sse: 'aws:kms', key: 'k1' } as const;\nclient.send(new PutObjectCommand({ ServerSideEncryption: E.sse, SSEKMSKeyId: E.key }))`,
      ['PutObject SSE-KMS k1'],
    ],
    [
      'an enum',
      `enum Sse { Kms = 'aws:kms', Aes = 'AES256' }\nclient.send(new PutObjectCommand({ ServerSideEncryption: Sse.Kms }))`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a compiled enum',
      `var Sse;\n(function (Sse) { Sse["Kms"] = "aws:kms"; })(Sse || (Sse = {}));\nclient.send(new PutObjectCommand({ ServerSideEncryption: Sse.Kms }))`,
      ['PutObject SSE-KMS -'],
    ],
    [
      "the SDK's own enum",
      `import { ServerSideEncryption } from '@aws-sdk/client-s3';\nclient.send(new PutObjectCommand({ ServerSideEncryption: ServerSideEncryption.aws_kms_dsse }))`,
      ['PutObject DSSE-KMS -'],
    ],
    [
      'shorthand',
      `const ServerSideEncryption = 'AES256';\nclient.send(new PutObjectCommand({ Bucket: 'b', ServerSideEncryption }))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'a template string',
      'const k = "k1";\nclient.send(new PutObjectCommand({ ServerSideEncryption: "aws:kms", SSEKMSKeyId: `alias/${k}` }))',
      ['PutObject SSE-KMS alias/k1'],
    ],
    [
      'spread of a constant',
      `const enc = { ServerSideEncryption: 'AES256' };\nclient.send(new PutObjectCommand({ Bucket: 'b', ...enc }))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'an environment variable',
      `client.send(new PutObjectCommand({ ServerSideEncryption: process.env.SSE }))`,
      ['PutObject ? -'],
    ],
    [
      'an environment variable with a default',
      `client.send(new PutObjectCommand({ ServerSideEncryption: process.env.SSE || 'AES256' }))`,
      ['PutObject ?|SSE-S3 -'],
    ],
    [
      'destructured',
      `const { sse, key: kmsKey } = { sse: 'aws:kms', key: 'k1' };\nclient.send(new PutObjectCommand({ ServerSideEncryption: sse, SSEKMSKeyId: kmsKey }))`,
      ['PutObject SSE-KMS k1'],
    ],
    [
      'a static field',
      `class Conf { static readonly sse = 'aws:kms'; }\nclient.send(new PutObjectCommand({ ServerSideEncryption: Conf.sse }))`,
      ['PutObject SSE-KMS -'],
    ],
  ],
  'set after construction': [
    [
      'in a straight line',
      `const p = { Bucket: 'b' };\np.ServerSideEncryption = 'AES256';\nclient.send(new PutObjectCommand(p))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'by a name in brackets',
      `const p = { Bucket: 'b' };\np['ServerSideEncryption'] = 'AES256';\nclient.send(new PutObjectCommand(p))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'in a branch, unknown',
      `function f(cfg) { const p = { Bucket: 'b' }; if (cfg.sse) p.ServerSideEncryption = cfg.sse; client.send(new PutObjectCommand(p)) }`,
      ['PutObject ?|default -'],
    ],
    [
      'in a branch, known',
      `function f(cfg) { const p = { Bucket: 'b' }; if (cfg.sse) { p.ServerSideEncryption = 'aws:kms'; p.SSEKMSKeyId = 'k1' } client.send(new PutObjectCommand(p)) }`,
      ['PutObject SSE-KMS|default -|k1'],
    ],
    [
      'behind &&',
      `function f(cfg) { const p = { Bucket: 'b' }; cfg.sse && (p.ServerSideEncryption = 'aws:kms'); client.send(new PutObjectCommand(p)) }`,
      ['PutObject SSE-KMS|default -'],
    ],
    [
      'minified into a sequence',
      `function f(c){const p={Bucket:"b"};return c.sse&&(p.ServerSideEncryption="aws:kms",p.SSEKMSKeyId="k1"),client.send(new PutObjectCommand(p))}`,
      ['PutObject SSE-KMS|default -|k1'],
    ],
    [
      'a default, overwritten in a branch',
      `function f(cfg) { let sse = 'AES256'; if (cfg.kms) sse = 'aws:kms'; client.send(new PutObjectCommand({ ServerSideEncryption: sse })) }`,
      ['PutObject SSE-KMS|SSE-S3 -'],
    ],
    [
      'in a loop',
      `function f(list) { const p = { Bucket: 'b' }; for (const e of list) p[e.name] = e.value; client.send(new PutObjectCommand(p)) }`,
      ['PutObject ? ?'],
    ],
    [
      'in a closure',
      `function f(list) { const p = { Bucket: 'b' }; list.forEach((e) => { p.ServerSideEncryption = e.sse }); client.send(new PutObjectCommand(p)) }`,
      ['PutObject ? -'],
    ],
    [
      'deleted',
      `const p = { Bucket: 'b', ServerSideEncryption: 'AES256' };\ndelete p.ServerSideEncryption;\nclient.send(new PutObjectCommand(p))`,
      ['PutObject default -'],
    ],
    [
      "in the command's input",
      `const c = new PutObjectCommand({ Bucket: 'b' });\nc.input.ServerSideEncryption = 'aws:kms';\nclient.send(c)`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'after it was sent',
      `const p = { Bucket: 'b', ServerSideEncryption: 'AES256' };\nclient.send(new PutObjectCommand(p));\np.ServerSideEncryption = 'KMS'`,
      ['PutObject SSE-S3 -'],
    ],
  ],
  'spread and merged': [
    [
      'a conditional spread',
      `function f(sse) { client.send(new PutObjectCommand({ Bucket: 'b', ...(sse && { ServerSideEncryption: 'AES256' }) })) }`,
      ['PutObject SSE-S3|default -'],
    ],
    [
      'a conditional spread with two arms',
      `function f(kms) { client.send(new PutObjectCommand({ Bucket: 'b', ...(kms ? { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kms } : { ServerSideEncryption: 'AES256' }) })) }`,
      ['PutObject SSE-KMS|SSE-S3 -|?'],
    ],
    [
      'an unknown object',
      `function f(opts) { client.send(new PutObjectCommand({ Bucket: 'b', ...opts })) }`,
      ['PutObject ? ?'],
    ],
    [
      'an unknown object below',
      `function f(opts) { client.send(new PutObjectCommand({ ...opts, ServerSideEncryption: 'AES256' })) }`,
      ['PutObject SSE-S3 ?'],
    ],
    [
      'an unknown object over it',
      `function f(opts) { client.send(new PutObjectCommand({ ServerSideEncryption: 'AES256', ...opts })) }`,
      ['PutObject ?|SSE-S3 ?'],
    ],
    [
      'Object.assign',
      `function f(opts) { client.send(new PutObjectCommand(Object.assign({}, { ServerSideEncryption: 'AES256' }, opts))) }`,
      ['PutObject ?|SSE-S3 ?'],
    ],
    [
      'Object.assign of what is known',
      `const base = { ServerSideEncryption: 'AES256' };\nclient.send(new PutObjectCommand(Object.assign({ Bucket: 'b' }, base)))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'lodash defaults',
      `import _ from 'lodash';\nfunction f(opts) { client.send(new PutObjectCommand(_.defaults({}, opts, { ServerSideEncryption: 'AES256' }))) }`,
      ['PutObject ?|SSE-S3 ?'],
    ],
    [
      'the rest of a parameter',
      `function f({ body, ...rest }) { client.send(new PutObjectCommand({ Body: body, ...rest })) }`,
      ['PutObject ? ?'],
    ],
    [
      'a parameter as it is',
      `function f(params) { client.send(new PutObjectCommand(params)) }`,
      ['PutObject ? ?'],
    ],
    [
      'either object, passed once',
      `function f(kms) { const p = kms ? { Bucket: 'b', ServerSideEncryption: 'aws:kms' } : { Bucket: 'b', ServerSideEncryption: 'AES256' }; client.send(new PutObjectCommand(p)) }`,
      ['PutObject SSE-KMS|SSE-S3 -'],
    ],
  ],
  'chains of arms': [
    [
      'if, else if',
      `function f(c) { const p = { Bucket: 'b' };
        if (c.kms) { p.ServerSideEncryption = 'aws:kms'; p.SSEKMSKeyId = c.kms }
        else if (c.key) { p.SSECustomerAlgorithm = 'AES256'; p.SSECustomerKey = c.key }
        else { p.ServerSideEncryption = 'AES256' }
        client.send(new PutObjectCommand(p)) }`,
      ['PutObject SSE-C|SSE-KMS|SSE-S3 -|?'],
    ],
    [
      'switch',
      `function f(c) { const p = { Bucket: 'b' };
        switch (c.mode) {
          case 'kms': p.ServerSideEncryption = 'aws:kms'; break;
          case 'c': { p.SSECustomerAlgorithm = 'AES256'; p.SSECustomerKey = c.key; break }
          case 'aes': case 'AES256': p.ServerSideEncryption = 'AES256'; break;
          default: throw new Error('no such mode');
        }
        client.send(new PutObjectCommand(p)) }`,
      ['PutObject SSE-C|SSE-KMS|SSE-S3 -'],
    ],
    [
      'switch that falls through',
      `function f(c) { let sse;
        switch (c) { case 1: case 2: sse = 'aws:kms'; case 3: if (!sse) sse = 'AES256'; break; default: return }
        client.send(new PutObjectCommand({ ServerSideEncryption: sse })) }`,
      ['PutObject SSE-KMS|SSE-S3 -'],
    ],
    [
      'a return in the way',
      `function sse(c) { if (c.kms) return 'aws:kms'; return 'AES256' }\nfunction f(c) { client.send(new PutObjectCommand({ ServerSideEncryption: sse(c) })) }`,
      ['PutObject SSE-KMS|SSE-S3 -'],
    ],
    [
      'try and catch',
      `function f(c) { let sse = 'AES256'; try { sse = c.load() } catch (e) { sse = 'aws:kms' } client.send(new PutObjectCommand({ ServerSideEncryption: sse })) }`,
      ['PutObject ?|SSE-KMS -'],
    ],
  ],
  'helpers of the same file': [
    [
      'changes what it is given',
      `function encrypt(p) { p.ServerSideEncryption = 'aws:kms' }\nfunction f() { const p = { Bucket: 'b' }; encrypt(p); client.send(new PutObjectCommand(p)) }`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'returns what it is given',
      `const withKms = (p) => ({ ...p, ServerSideEncryption: 'aws:kms' });\nclient.send(new PutObjectCommand(withKms({ Bucket: 'b' })))`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'builds the input',
      `function input(key) { return { Bucket: 'b', Key: key, ServerSideEncryption: 'AES256' } }\nclient.send(new PutObjectCommand(input('k')))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'builds the command',
      `function make(key) { return new PutObjectCommand({ Key: key, ServerSideEncryption: 'AES256' }) }\nclient.send(make('k'))`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'an unknown helper',
      `import { enrich } from 'other';\nfunction f() { const p = { Bucket: 'b' }; enrich(p); client.send(new PutObjectCommand(p)) }`,
      ['PutObject ? ?'],
    ],
    [
      'a method of the class',
      `class Store { sse() { return 'aws:kms' } put() { return client.send(new PutObjectCommand({ ServerSideEncryption: this.sse() })) } }`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a field of the class',
      `class Store { private sse = 'aws:kms'; put() { return client.send(new PutObjectCommand({ ServerSideEncryption: this.sse })) } }`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a field from the constructor',
      `class Store { constructor(private options) {} put() { return client.send(new PutObjectCommand({ ServerSideEncryption: this.options.sse })) } }`,
      ['PutObject ? -'],
    ],
    [
      'a getter of the class',
      `class Store { get sse() { return 'AES256' } put() { return client.send(new PutObjectCommand({ ServerSideEncryption: this.sse })) } }`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'a getter in the literal',
      `function f(c) { client.send(new PutObjectCommand({ Bucket: 'b', get ServerSideEncryption() { if (c.kms) return 'aws:kms'; if (c.aes) return 'AES256'; return undefined } })) }`,
      ['PutObject SSE-KMS|SSE-S3|default -'],
    ],
    [
      'an arrow in a class',
      `class Store { put = async () => { await client.send(new PutObjectCommand({ ServerSideEncryption: 'AES256' })) } }`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'the factory of the project',
      `const command = (o) => new PutObjectCommand(o);\nclient.send(command({ ServerSideEncryption: 'aws:kms' }))`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'two call sites',
      `function put(sse) { client.send(new PutObjectCommand({ ServerSideEncryption: sse })) }\nput('AES256');\nput('aws:kms')`,
      ['PutObject SSE-KMS|SSE-S3 -'],
    ],
    [
      'exported, so called by others',
      `export function put(sse) { client.send(new PutObjectCommand({ ServerSideEncryption: sse })) }\nput('AES256')`,
      ['PutObject ?|SSE-S3 -'],
    ],
    [
      'a hook',
      `function f(opts) { let p = { Bucket: 'b', ServerSideEncryption: 'AES256' }; opts.decorate(p); client.send(new PutObjectCommand(p)) }`,
      ['PutObject ?|SSE-S3 ?'],
    ],
    [
      'a default parameter',
      `function put(sse = 'AES256') { client.send(new PutObjectCommand({ ServerSideEncryption: sse })) }`,
      ['PutObject ?|SSE-S3 -'],
    ],
  ],
  'tests of what is one of several': [
    [
      'what is not there does not hold',
      `function mode(t) { if (!t) return undefined; return { a: 'AES256' }[t] }
      function f(c) { const p = { Bucket: 'b' }; const sse = mode(c.type); if (sse) { p.ServerSideEncryption = sse; p.SSEKMSKeyId = 'k1' } else { p.SSEKMSKeyId = 'k2' } client.send(new PutObjectCommand(p)) }`,
      ['PutObject ?|default k1|k2'],
    ],
    [
      'each call site takes its own side',
      `function put(sse, key) { client.send(new PutObjectCommand({ ServerSideEncryption: sse === 'kms' ? 'aws:kms' : 'AES256', ...(key && { SSEKMSKeyId: key }) })) }
      put('kms', 'k1'); put('aes')`,
      ['PutObject SSE-KMS|SSE-S3 -|k1'],
    ],
    [
      '?? keeps false',
      `client.send(new PutObjectCommand({ ServerSideEncryption: (false ?? true) ? 'AES256' : 'aws:kms' }))`,
      ['PutObject SSE-KMS -'],
    ],
  ],
  'far from where it is sent': [
    [
      'a command in a field',
      `class Job { prepare() { this.command = new PutObjectCommand({ ServerSideEncryption: 'AES256' }) } run() { return client.send(this.command) } }`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'an upload that is waited for later',
      `const upload = new Upload({ client, params: { ServerSideEncryption: 'AES256' } });\nupload.on('httpUploadProgress', console.log);\nupload.done().then(() => {})`,
      ['PutObject SSE-S3 - managed'],
    ],
    ['a parameter of the type', `function send(s3: S3Client, c: PutObjectCommand) { return s3.send(c) }`, []],
    [
      'a client that is handed in',
      `class Store { constructor(private s3: S3Client) {} put() { return this.s3.send(new PutObjectCommand({ ServerSideEncryption: 'aws:kms' })) } }`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'a client that cannot be followed',
      `function f(ctx) { return ctx.s3.send(new PutObjectCommand({ ServerSideEncryption: 'aws:kms' })) }`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'the aggregated client, handed in',
      `class Store { constructor(private s3: S3) {} put() { return this.s3.putObject({ ServerSideEncryption: 'aws:kms' }) } }`,
      ['PutObject SSE-KMS -'],
    ],
    [
      'mapped',
      `function f(keys) { return Promise.all(keys.map((Key) => client.send(new PutObjectCommand({ Key, ServerSideEncryption: 'AES256' })))) }`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'inside a callback',
      `import fs from 'node:fs';\nfs.readFile('x', (error, Body) => { client.send(new PutObjectCommand({ Body, ServerSideEncryption: 'AES256' })) })`,
      ['PutObject SSE-S3 -'],
    ],
    [
      'in an object of functions',
      `export default { async fetch() { await client.send(new PutObjectCommand({ ServerSideEncryption: 'AES256' })) } }`,
      ['PutObject SSE-S3 -'],
    ],
  ],
};

describe('TypeScript: the shapes in which encryption is set', () => {
  for (const [group, rows] of Object.entries(shapes)) {
    describe(group, () => {
      for (const [name, code, expected] of rows) {
        it(name, async () => assert.deepEqual(await requestsOf({ 'a.ts': prelude + code }), expected));
      }
    });
  }
});
