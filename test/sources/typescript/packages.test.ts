import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lines } from '../../../src/model/place.ts';
import { typescript } from '../../../src/sources/typescript/index.ts';
import { request } from './reading.ts';

const folder = fileURLToPath(new URL('../../../.cache/packages', import.meta.url));

/** Every request that published packages make, each read by eye: what is `?` they take from their users. */
const requests: Record<string, string[]> = {
  '@strapi/provider-upload-aws-s3/dist/index.js': [
    '269 PutObject ?|default -|? managed',
    '288 PutObject ?|default -|? managed',
    '301 HeadObject default -',
    '346 GetObject ? ? presigned',
  ],
  '@payloadcms/storage-s3/dist/uploadFile.js': ['8 PutObject default -', '29 PutObject default - managed'],
  '@payloadcms/storage-s3/dist/getFile.js': [
    '53 GetObject default - presigned',
    '60 HeadObject default -',
    '109 GetObject default -',
  ],
  '@payloadcms/storage-s3/dist/generateSignedURL.js': ['60 PutObject default - presigned'],
  'gatsby-plugin-s3/bin.js': ['226 PutObject ? ? managed', '263 PutObject ? ? managed'],
  'multer-s3/index.js': ['213 PutObject ? ? managed'],
};

const workspace = {
  text: (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined,
  list: (path: string) => (existsSync(join(folder, path)) ? readdirSync(join(folder, path)) : []),
  options: { endpoints: {}, tfvars: [] },
};

async function found(path: string): Promise<string[]> {
  const text = readFileSync(join(folder, path), 'utf8');
  const { facts, faults } = await (await typescript.load()).read({ path, text }, workspace);
  assert.deepEqual(faults, [], path);
  const lines = new Lines(text);
  return facts
    .filter((fact) => fact.kind === 'request')
    .sort((a, b) => a.place.start - b.place.start)
    .map((fact) => `${lines.position(fact.place.start).line} ${request(fact)}`);
}

describe('published packages', function () {
  this.timeout(30_000);
  before(() => assert.ok(existsSync(folder), 'run `node scripts/setup/packages.mjs` first'));

  for (const [path, expected] of Object.entries(requests)) {
    it(path, async () => assert.deepEqual(await found(path), expected));
  }

  it('nothing is found in their other files', async () => {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const others = all.filter(
      (path) => typescript.takes(path) && !path.endsWith('.mjs') && !(path in requests),
    );
    assert.ok(others.length > 10);
    for (const path of others) assert.deepEqual(await found(path), [], path);
  });
});
