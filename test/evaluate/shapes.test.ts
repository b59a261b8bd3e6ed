import assert from 'node:assert/strict';
import type { Value } from '../../src/model/value.ts';
import { readProgram } from '../../src/sdks/index.ts';
import { translate } from '../../src/sources/code/adapter.ts';
import { python } from '../../src/sources/code/python.ts';

/** A value in few words: `SSE-S3`, `?` unknown, `-` absent, `a|b` one of several. */
function brief(value: Value | undefined): string {
  if (!value || value.is === 'absent') return '-';
  if (value.is === 'unknown') return '?';
  if (value.is === 'known') return String(value.value);
  if (value.is === 'oneOf') return [...new Set(value.arms.map((arm) => brief(arm.value)))].join('|');
  return value.is;
}

async function requests(code: string): Promise<string[]> {
  const text = `import boto3\ns3 = boto3.client("s3")\n${code}`;
  const program = await translate(python, 'a.py', text);
  return readProgram(program, { source: 'code', endpoints: {} })
    .filter((fact) => fact.kind === 'request')
    .sort((a, b) => a.place.start - b.place.start)
    .map((fact) => {
      const fields = fact.fields as Record<string, Value>;
      return `${brief(fields.operation)} ${brief(fields['encryption.mode'])} ${brief(fields['encryption.keyId'])}`;
    });
}

const shapes: [name: string, code: string, expected: string[]][] = [
  [
    'named parameters',
    's3.put_object(Bucket="b", Key="k", ServerSideEncryption="AES256")',
    ['PutObject SSE-S3 -'],
  ],
  ['nothing', 's3.put_object(Bucket="b", Key="k")', ['PutObject default -']],
  [
    'a dict built before',
    'p = {"Bucket": "b", "Key": "k"}\np["ServerSideEncryption"] = "aws:kms"\np["SSEKMSKeyId"] = "k1"\ns3.put_object(**p)',
    ['PutObject SSE-KMS k1'],
  ],
  [
    'set inside a branch',
    'def f(cfg):\n    p = {"Bucket": "b", "Key": "k"}\n    if cfg.sse:\n        p["ServerSideEncryption"] = cfg.sse\n    s3.put_object(**p)',
    ['PutObject ?|default -'],
  ],
  [
    'both arms of a conditional',
    'def f(c):\n    s3.put_object(Bucket="b", Key="k", ServerSideEncryption="aws:kms" if c else "AES256", SSEKMSKeyId="k1" if c else None)',
    ['PutObject SSE-KMS|SSE-S3 k1|-'],
  ],
  [
    'an unknown object forwarded',
    'def f(**kwargs):\n    s3.put_object(Bucket="b", Key="k", **kwargs)',
    ['PutObject ? ?'],
  ],
  [
    'an unknown object over a default',
    'def f(opts):\n    p = {"ServerSideEncryption": "AES256"}\n    p.update(opts)\n    s3.put_object(Bucket="b", Key="k", **p)',
    ['PutObject SSE-S3|? ?'],
  ],
  [
    'a default overwritten in a branch',
    'def f(c):\n    sse = "AES256"\n    if c:\n        sse = "aws:kms"\n    s3.put_object(Bucket="b", Key="k", ServerSideEncryption=sse)',
    ['PutObject SSE-KMS|SSE-S3 -'],
  ],
  [
    'a chain of arms',
    'def f(c):\n    p = {}\n    if c.kms:\n        p = {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": c.kms}\n    elif c.key:\n        p = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": c.key}\n    else:\n        p = {"ServerSideEncryption": "AES256"}\n    s3.put_object(Bucket="b", Key="k", **p)',
    ['PutObject SSE-KMS|SSE-C|SSE-S3 ?|-'],
  ],
  [
    'a helper that changes what it is given',
    'def protect(p):\n    p["ServerSideEncryption"] = "AES256"\ndef f():\n    p = {"Bucket": "b", "Key": "k"}\n    protect(p)\n    s3.put_object(**p)',
    ['PutObject SSE-S3 -'],
  ],
  [
    'a helper that builds and returns',
    'def params(key):\n    return {"Bucket": "b", "Key": key, "ServerSideEncryption": "aws:kms"}\ns3.put_object(**params("k"))',
    ['PutObject SSE-KMS -'],
  ],
  [
    'a method that builds and returns by a condition',
    'class A:\n    def __init__(self, kms):\n        self.kms = kms\n    def sse(self):\n        if self.kms:\n            return {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": self.kms}\n        return {}\n    def put(self):\n        s3.put_object(Bucket="b", Key="k", **self.sse())',
    ['PutObject SSE-KMS|default ?|-'],
  ],
  [
    'a parameter with two call sites',
    'def put(sse):\n    s3.put_object(Bucket="b", Key="k", ServerSideEncryption=sse)\nput("AES256")\nput("aws:kms")',
    ['PutObject SSE-S3|SSE-KMS -'],
  ],
  [
    'changed in a loop',
    'def f(rows):\n    p = {"Bucket": "b", "Key": "k"}\n    for row in rows:\n        p["ServerSideEncryption"] = row\n    s3.put_object(**p)',
    ['PutObject ? -'],
  ],
  [
    'a method passed as a value',
    'run_in_thread(s3.put_object, Bucket="b", Key="k", ServerSideEncryption="AES256")',
    ['PutObject SSE-S3 -'],
  ],
  [
    'an either/or object passed once',
    'def f(c):\n    extra = {"ServerSideEncryption": "AES256"} if c else {}\n    s3.upload_file("f", "b", "k", ExtraArgs=extra)',
    ['PutObject SSE-S3|default -'],
  ],
  [
    'a client in a field',
    'class A:\n    def __init__(self):\n        self.s3 = boto3.client("s3")\n    def put(self):\n        self.s3.put_object(Bucket="b", Key="k", ServerSideEncryption="AES256")',
    ['PutObject SSE-S3 -'],
  ],
  [
    'a client that is a parameter',
    'def f(client):\n    client.put_object(Bucket="b", Key="k")',
    ['PutObject default -'],
  ],
  [
    'functools.partial',
    'from functools import partial\nput = partial(s3.put_object, Bucket="b", ServerSideEncryption="AES256")\nput(Key="k")',
    ['PutObject SSE-S3 -'],
  ],
  [
    'another put_object',
    'class Box:\n    def put_object(self, **kw):\n        pass\nBox().put_object(Bucket="b", Key="k")',
    [],
  ],
  [
    'a callback',
    'def later(run):\n    run(lambda: s3.put_object(Bucket="b", Key="k", ServerSideEncryption="AES256"))',
    ['PutObject SSE-S3 -'],
  ],
  [
    'returned early',
    'def f(c):\n    if not c:\n        return s3.put_object(Bucket="b", Key="k")\n    return s3.put_object(Bucket="b", Key="k", ServerSideEncryption="AES256")',
    ['PutObject default -', 'PutObject SSE-S3 -'],
  ],
  [
    'a presigned URL',
    's3.generate_presigned_url("put_object", Params={"Bucket": "b", "Key": "k", "ServerSideEncryption": "aws:kms"})',
    ['PutObject SSE-KMS -'],
  ],
  [
    'a presigned post',
    's3.generate_presigned_post("b", "k", Fields={"x-amz-server-side-encryption": "AES256"}, Conditions=[{"x-amz-server-side-encryption": "AES256"}])',
    ['PostObject SSE-S3 -'],
  ],
  [
    'dict(base, **more)',
    'base = {"Bucket": "b"}\ns3.put_object(**dict(base, Key="k", ServerSideEncryption="AES256"))',
    ['PutObject SSE-S3 -'],
  ],
  [
    'laid together with **',
    'base = {"Bucket": "b", "ServerSideEncryption": "AES256"}\ns3.put_object(**{**base, "Key": "k"})',
    ['PutObject SSE-S3 -'],
  ],
];

describe('following values to a request', () => {
  for (const [name, code, expected] of shapes) {
    it(name, async () => assert.deepEqual(await requests(code), expected));
  }
});
