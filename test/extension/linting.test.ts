import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

const wrong = `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const client = new S3Client({ endpoint: 'http://s3.eu-west-1.amazonaws.com' });
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', ServerSideEncryption: 'AES-256' }));
`;

/** Waits until something is true, and gives it. */
async function until<T>(look: () => T | undefined | false | Thenable<T | undefined | false>): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error('it did not come within 15 seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function opened(text: string, name = 'upload.ts'): Promise<vscode.TextDocument> {
  const path = join(mkdtempSync(join(tmpdir(), 'sselint-editor-')), name);
  writeFileSync(path, text);
  const document = await vscode.workspace.openTextDocument(path);
  await vscode.window.showTextDocument(document);
  return document;
}

function codes(uri: vscode.Uri): string[] {
  const all = vscode.languages.getDiagnostics(uri).filter((each) => each.source === 'sselint');
  return all.map(({ code }) => String(typeof code === 'object' ? code.value : code)).sort();
}

describe('linting in the editor', () => {
  it('underlines the wrong word, with a link to its page', async () => {
    const { uri } = await opened(wrong);
    await until(() => codes(uri).length === 2);
    assert.deepEqual(codes(uri), ['client/plain-http', 'request/bad-algorithm']);
    const found = vscode.languages.getDiagnostics(uri).find((each) => each.message.includes('AES-256'))!;
    assert.equal(found.range.start.line, 2);
    assert.match(
      String((found.code as { target: vscode.Uri }).target),
      /docs\/rules\/request\/bad-algorithm\.md/,
    );
  });

  it('follows what is typed', async () => {
    const document = await opened(wrong);
    await until(() => codes(document.uri).length === 2);
    const at = document.positionAt(document.getText().indexOf('AES-256'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 7)), 'AES256');
    await vscode.workspace.applyEdit(edit);
    await until(() => codes(document.uri).length === 1);
    assert.deepEqual(codes(document.uri), ['client/plain-http']);
  });

  it('mends from the light bulb', async () => {
    const document = await opened(wrong);
    await until(() => codes(document.uri).length === 2);
    const whole = new vscode.Range(0, 0, 3, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
    );
    const titles = actions.map((action) => action.title);
    assert.ok(titles.includes('Write the valid value'), titles.join('\n'));
    assert.ok(titles.includes('Suppress request/bad-algorithm for this line'), titles.join('\n'));
    for (const title of ['Write the valid value', 'Use https']) {
      await vscode.workspace.applyEdit(actions.find((action) => action.title === title)!.edit!);
    }
    await until(() => codes(document.uri).length === 0);
    assert.match(document.getText(), /https:\/\/s3\.eu-west-1.*\n.*'AES256'/);
  });

  it('mends all that is safe on request', async () => {
    const document = await opened(wrong);
    await until(() => codes(document.uri).length === 2);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'source.fixAll',
    );
    const own = actions.find((action) => action.title === 'Fix all that is safe (sselint)');
    assert.ok(own?.edit);
    await vscode.workspace.applyEdit(own.edit);
    await until(() => codes(document.uri).length === 0);
  });

  it('says what a request is on hover', async () => {
    const document = await opened(wrong);
    await until(() => codes(document.uri).length === 2);
    const at = document.positionAt(document.getText().indexOf('PutObjectCommand({'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap((hover) => hover.contents.map((each) => (each as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /\*\*request\*\* `b` — invalid/);
  });

  it('starts the server again when it is told to', async () => {
    const { uri } = await opened(wrong);
    await until(() => codes(uri).length === 2);
    await vscode.commands.executeCommand('sselint.restart');
    await until(() => codes(uri).length === 2);
  });

  it('explains a rule', async () => {
    await vscode.commands.executeCommand('sselint.explain', 'client/plain-http');
    await until(() =>
      vscode.window.tabGroups.all.some((group) => group.tabs.some((tab) => tab.label.includes('plain-http'))),
    );
  });
});
