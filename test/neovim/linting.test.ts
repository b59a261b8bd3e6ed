import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inNeovim } from './session.ts';

const command = ['node', resolve(import.meta.dirname, '../../bin/sselint.cjs'), 'lsp', '--stdio'];

const wrong = `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const client = new S3Client({});
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', ServerSideEncryption: 'AES-256' }));
`;

describe('in Neovim', () => {
  it('shows a mistake and mends it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sselint-nvim-')), 'upload.ts');
    writeFileSync(file, wrong);
    const told = { command, file, filetype: 'typescript', apply: 'Write the valid value', patience: 20_000 };
    const { diagnostics, actions, clean, text, messages } = await inNeovim(told);
    assert.deepEqual(messages, []);
    assert.deepEqual(
      diagnostics.map(({ source, code, severity, range }) => ({ source, code, severity, range })),
      [
        {
          source: 'sselint',
          code: 'request/bad-algorithm',
          severity: 1,
          range: { start: { line: 2, character: 86 }, end: { line: 2, character: 95 } },
        },
      ],
    );
    assert.equal(actions[0]?.title, 'Write the valid value');
    assert.ok(clean, 'the diagnostic stayed');
    assert.equal(text, wrong.replace('AES-256', 'AES256').trimEnd());
  });
});
