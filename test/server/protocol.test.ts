import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CodeAction, CodeLens, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { type Server, startServer } from './client.ts';

const upload = (algorithm: string) => `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const client = new S3Client({});
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', ServerSideEncryption: '${algorithm}' }));
`;
const wrong = upload('AES-256');
const bucket = `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
`;
const codes = (diagnostics: Diagnostic[]) => diagnostics.map(({ code }) => code);
const start = { line: 0, character: 0 };
const all = { start, end: { line: 99, character: 0 } };

describe('the language server over stdio', () => {
  let server: Server | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const actions = (uri: string, only?: string[]) =>
    server!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: all,
      context: { diagnostics: [], only },
    });

  it('pushes to an editor that cannot pull, and drops what was typed over', async () => {
    server = await startServer([{}]);
    const uri = server.write('upload.ts', wrong);
    await server.open(uri, wrong);
    for (let version = 2; version < 9; version++) await server.change(uri, version, upload('AES-256'));
    await server.change(uri, 9, upload('AES256'));
    await server.until(uri, (sent) => sent.length === 0 && server!.pushed.get(uri)?.version === 9);
    await server.change(uri, 10, wrong);
    const sent = await server.until(uri, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual(codes(sent), ['request/bad-algorithm']);
    assert.equal(server.pushed.get(uri)?.version, 10);
  });

  it('answers an editor that pulls, and pushes nothing', async () => {
    server = await startServer([{}], true);
    const uri = server.write('upload.ts', wrong);
    await server.open(uri, wrong);
    const report = await server.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.deepEqual(codes(report.items), ['request/bad-algorithm']);
    assert.equal(server.pushed.size, 0);
  });

  it('offers the fix, all of its rule, a suppression with a reason, and the rule', async () => {
    server = await startServer([{}]);
    const two = `${wrong}${wrong.split('\n')[2]}\n`;
    const uri = server.write('upload.ts', two);
    await server.open(uri, two);
    await server.until(uri, (sent) => sent.length === 2);
    const offered = await actions(uri);
    const titles = offered.map(({ title }) => title);
    for (const title of [
      'Write the valid value',
      'Fix all 2 of request/bad-algorithm in this file',
      'Suppress request/bad-algorithm for this line',
      'Suppress request/bad-algorithm for this file',
      'Explain request/bad-algorithm',
    ])
      assert.ok(titles.includes(title), `${title} is not among\n${titles.join('\n')}`);
    const every = offered.find(({ title }) => title.startsWith('Fix all 2 of'));
    assert.equal(every?.edit?.changes?.[uri]?.length, 2);
    const line = offered.find(({ title }) => title.endsWith('for this line'));
    assert.match(
      line?.edit?.changes?.[uri]?.[0]?.newText ?? '',
      /sselint-disable-next-line request\/bad-algorithm -- reason:/,
    );
    const sourceOnly = await actions(uri, ['source.fixAll']);
    assert.deepEqual(
      sourceOnly.map(({ kind }) => kind),
      ['source.fixAll.sselint'],
    );
  });

  it('says what a request is on hover, and what a bucket is above it', async () => {
    server = await startServer([{}]);
    const uri = server.write('upload.ts', wrong);
    await server.open(uri, wrong);
    const hover = await server.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 30 },
    });
    assert.match((hover.contents as { value: string }).value, /\*\*request\*\* `b`/);
    const template = server.write('template.yaml', bucket);
    await server.open(template, bucket);
    const lenses = await server.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: template },
    });
    assert.match(lenses.map(({ command }) => command?.title).join('\n'), /AES256|SSE-S3/i);
  });

  it('keeps the folders of a workspace apart, each with its configuration', async () => {
    const off = 'rules:\n  request/bad-algorithm: off\n';
    server = await startServer([{ 'upload.ts': wrong }, { 'upload.ts': wrong, 'sselint.config.yaml': off }]);
    const folders = await server.connection.sendRequest<{ uri: string; name: string }[]>('sselint/resources');
    assert.ok(Array.isArray(folders));
    const found = new Set(folders.map(({ uri }) => uri));
    assert.equal(found.size, 1, 'the second folder turns the rule off, so its request has no finding');
  });

  it('follows its configuration', async () => {
    server = await startServer([{}]);
    const uri = server.write('upload.ts', wrong);
    await server.open(uri, wrong);
    await server.until(uri, (sent) => sent.length === 1);
    const config = server.write('sselint.config.yaml', 'rules:\n  request/bad-algorithm: off\n');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config, type: 1 }],
    });
    await server.until(uri, (sent) => sent.length === 0);
  });

  it('of a folder outside the workspace reads only what is opened', async () => {
    server = await startServer([{}]);
    const outside = mkdtempSync(join(tmpdir(), 'sselint-outside-'));
    for (const name of ['opened.ts', 'other.ts']) writeFileSync(join(outside, name), wrong);
    const uri = URI.file(join(outside, 'opened.ts')).toString();
    await server.open(uri, wrong);
    await server.until(uri, (sent) => sent.length === 1);
    const config = server.write('sselint.config.yaml', 'rules: {}\n');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config, type: 1 }],
    });
    const resources = await server.connection.sendRequest<{ uri: string }[]>('sselint/resources');
    rmSync(outside, { recursive: true });
    assert.deepEqual(
      resources.map((each) => each.uri),
      [uri],
    );
  });

  it('follows a file that changes on disk', async () => {
    server = await startServer([{ 'upload.ts': wrong }]);
    const resources = () => server!.connection.sendRequest<unknown[]>('sselint/resources');
    for (const [text, count] of [
      [upload('AES256'), 0],
      [wrong, 1],
    ] as const) {
      const uri = server.write('upload.ts', text);
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: 2 }],
      });
      const end = Date.now() + 10_000;
      while ((await resources()).length !== count && Date.now() < end) await sleep(50);
      assert.equal((await resources()).length, count);
    }
  });
});
