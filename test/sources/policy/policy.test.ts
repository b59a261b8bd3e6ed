import assert from 'node:assert/strict';
import type { Fact } from '../../../src/model/fact.ts';
import type { Edit } from '../../../src/model/finding.ts';
import { policy } from '../../../src/sources/policy/index.ts';

const statement = `{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
      "Condition": { "Bool": { "aws:SecureTransport": "false" } } }`;
const document = (statements: string) => `{\n  "Version": "2012-10-17",\n  "Statement": ${statements}\n}\n`;

async function read(text: string, path = 'policy.json') {
  const reader = await policy.load();
  const { facts } = await reader.read({ path, text }, {} as never);
  return { reader, facts: facts as Fact[] };
}

async function added(text: string, replaces?: number[]) {
  const { reader, facts } = await read(text);
  const statements = [{ Effect: 'Deny', Resource: '${bucket}/*' }];
  const edits = await reader.write(
    [{ verb: 'addStatement', statements, ...(replaces ? { replaces } : {}) }],
    facts[0]!,
    text,
  );
  const [{ place, text: words }] = edits as unknown as [Edit];
  return JSON.parse(text.slice(0, place.start) + words + text.slice(place.end)).Statement;
}

describe('policies in JSON files', () => {
  it('are told from other JSON', async () => {
    assert.equal((await read('{ "Statement": "of account", "Effect": 1 }')).facts.length, 0);
    assert.equal(
      (await read(document('[{ "Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*" }]')))
        .facts.length,
      0,
    );
    assert.equal((await read(document(`[${statement}]`))).facts[0]?.resource, 'b');
  });

  it('underline the condition that means it', async () => {
    const text = document(`[${statement}]`);
    const { facts } = await read(text);
    const { place } = (facts[0]!.fields as Record<string, { place: { start: number; end: number } }>)[
      'lets.http'
    ]!;
    assert.equal(text.slice(place.start, place.end), '"aws:SecureTransport": "false"');
  });

  it('nested too deep are no stack overflow', async () => {
    const deep = '['.repeat(200_000);
    assert.deepEqual((await read(`{ "Statement": ${deep}`)).facts, []);
  });

  it('take a statement at the end, in place of another, and beside a single one', async () => {
    assert.equal((await added(document(`[${statement}]`))).length, 2);
    assert.deepEqual(await added(document(`[${statement}]`), [0]), [
      { Effect: 'Deny', Resource: 'arn:aws:s3:::b/*' },
    ]);
    assert.equal((await added(document(statement))).length, 2);
    assert.deepEqual(await added(document(statement), [0]), { Effect: 'Deny', Resource: 'arn:aws:s3:::b/*' });
  });
});
