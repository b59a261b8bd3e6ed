import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lines } from '../../../src/model/place.ts';
import { scalar, type Value } from '../../../src/model/value.ts';
import { code } from '../../../src/sources/code/index.ts';

const folder = fileURLToPath(new URL('../../../.cache/python-packages/lib', import.meta.url));

/** Requests of published packages, read by eye; whether they name encryption is up to their users in all of them. */
const requests: Record<string, string[]> = {
  'storages/backends/s3.py': [
    '225 CreateMultipartUpload ?',
    '275 PutObject ?',
    '565 PutObject ?',
    '586 HeadObject ?',
    '697 GetObject ?',
  ],
};

const workspace = {
  text: (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined,
  list: (path: string) => (existsSync(join(folder, path)) ? readdirSync(join(folder, path)) : []),
  options: { endpoints: {}, tfvars: [] },
};

async function found(path: string): Promise<string[]> {
  const text = readFileSync(join(folder, path), 'utf8');
  const { facts, faults } = await (await code.load()).read({ path, text }, workspace);
  assert.deepEqual(faults, [], path);
  const lines = new Lines(text);
  return facts
    .filter((fact) => fact.kind === 'request')
    .sort((a, b) => a.place.start - b.place.start)
    .map((fact) => {
      const mode = (fact.fields as Record<string, Value>)['encryption.mode'];
      const words = mode?.is === 'known' ? mode.value : '?';
      return `${lines.position(fact.place.start).line} ${scalar(fact.fields.operation)} ${words}`;
    });
}

describe('published Python packages', function () {
  this.timeout(30_000);
  before(() => assert.ok(existsSync(folder), 'run `node scripts/setup/python-packages.mjs` first'));

  for (const [path, expected] of Object.entries(requests)) {
    it(path, async () => assert.deepEqual(await found(path), expected));
  }

  it('smart_open asks its wrapper, which may change what is sent', async () => {
    const all = await found('smart_open/s3.py');
    const lines = all.map((each) => each.replace(/^\d+ /, ''));
    assert.deepEqual([...new Set(lines)].sort(), [
      'CompleteMultipartUpload ?',
      'CreateMultipartUpload ?',
      'GetObject ?',
      'PutObject ?',
      'UploadPart ?',
    ]);
  });

  it('nothing is found in the other back ends of django-storages', async () => {
    for (const name of readdirSync(join(folder, 'storages/backends'))) {
      if (!name.endsWith('.py') || name === 's3.py') continue;
      assert.deepEqual(await found(`storages/backends/${name}`), [], name);
    }
  });
});
