import assert from 'node:assert/strict';
import { parse } from '../../../src/sources/typescript/parse.ts';
import { factsOf, requestsOf } from './reading.ts';

const code = `import { S3Client, PutObjectCommand as Put } from '@aws-sdk/client-s3';
export class Store<T extends object> {
  constructor(private readonly s3 = new S3Client({ tls: false }), public readonly { bucket, ...rest }: Options = {}) {}
  @log() async put<K>(key: string, [first, ...others]: Buffer[]) {
    const input = { Bucket: \`b-\${bucket}\`, Key: key, ...(first ? { ServerSideEncryption: 'aws:kms' } : null) };
    switch (key) { case 'a': input.SSEKMSKeyId ??= 'k'; break; default: for (const x of others) input[x] &&= x; }
    try { return await this.s3.send(new Put(input)) } catch ({ message }) { throw new Error(message as string) }
  }
}
`;

describe('TypeScript: whatever the text', function () {
  this.timeout(30_000);

  it('every prefix of a file is read', async () => {
    for (let end = 0; end <= code.length; end += 1) await factsOf({ 'a.ts': code.slice(0, end) });
  });

  it('every file without one of its characters is read', async () => {
    for (let at = 0; at < code.length; at += 1) {
      await factsOf({ 'a.ts': code.slice(0, at) + code.slice(at + 1) });
    }
  });

  it('around a syntax error everything else is read', async () => {
    const broken = code.replace('try {', 'try { const = ;');
    assert.deepEqual(await requestsOf({ 'a.ts': code }), ['PutObject ?|SSE-KMS|default ?|k']);
    assert.deepEqual(await requestsOf({ 'a.ts': broken }), ['PutObject ?|SSE-KMS|default ?|k']);
    const holes = parse('a.ts', broken).holes.map(({ start, end }) => broken.slice(start, end));
    assert.ok(holes.length > 0 && holes.length < 4, holes.join());
  });

  it('what is nested too deep is a hole, or unknown', () => {
    for (const text of [
      '['.repeat(50_000),
      `f(${'{a:'.repeat(5_000)}1${'}'.repeat(5_000)})`,
      `x${'.a()'.repeat(20_000)}`,
      `y = ${'"a" + '.repeat(20_000)}"b"`,
      `${'a(),'.repeat(20_000)}b()`,
      `${'if (a) b(); else '.repeat(3_000)}c()`,
    ]) {
      parse('a.ts', text);
    }
  });

  it('pages and types are told apart by the name of the file', () => {
    assert.deepEqual(parse('a.tsx', 'const a = <div onClick={() => put()}>{x}</div>').holes, []);
    assert.deepEqual(parse('a.js', 'const a = <div {...props}/>').holes, []);
    assert.deepEqual(parse('a.ts', 'const a = <any>b; type T = { a: 1 }').holes, []);
    assert.deepEqual(parse('a.mts', 'await f<string>()').holes, []);
  });

  it('places are those of the words', () => {
    const text = `s3.putObject({ Bucket: 'b', 'ServerSideEncryption' : "AES256", Key })`;
    const [statement] = parse('a.ts', text).body;
    assert.ok(statement?.form === 'run' && statement.expression.form === 'call');
    const [input] = statement.expression.args;
    assert.ok(input?.value.form === 'record');
    const words = input.value.entries.map((entry) => {
      assert.ok('name' in entry);
      return [entry.name, entry.value, entry].map(({ place }) => text.slice(place.start, place.end));
    });
    assert.deepEqual(words, [
      ['Bucket', "'b'", "Bucket: 'b'"],
      ["'ServerSideEncryption'", '"AES256"', `'ServerSideEncryption' : "AES256"`],
      ['Key', 'Key', 'Key'],
    ]);
  });
});
