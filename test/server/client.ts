import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';

const main = resolve(import.meta.dirname, '../../src/server/main.ts');

export interface Server {
  connection: MessageConnection;
  /** The newest diagnostics that were pushed, by URI. */
  pushed: Map<string, { version?: number; diagnostics: Diagnostic[] }>;
  /** Writes a file below the first folder and gives its URI. */
  write(file: string, text: string): string;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  /** Waits for pushed diagnostics of a document that are as wished. */
  until(uri: string, isWished: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  stop(): Promise<void>;
}

/** The language server over stdio, with some folders of files. */
export async function startServer(folders: Record<string, string>[], pulls = false): Promise<Server> {
  const paths = folders.map(() => mkdtempSync(join(tmpdir(), 'sselint-lsp-')));
  const write = (file: string, text: string, folder = paths[0]!) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return URI.file(path).toString();
  };
  for (const [at, files] of folders.entries())
    for (const [file, text] of Object.entries(files)) write(file, text, paths[at]);
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const pushed: Server['pushed'] = new Map();
  connection.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) => {
    pushed.set(sent.uri, sent);
  });
  for (const request of ['client/registerCapability', 'workspace/diagnostic/refresh'])
    connection.onRequest(request, () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: pulls ? { textDocument: { diagnostic: {} } } : {},
    workspaceFolders: paths.map((path) => ({ uri: URI.file(path).toString(), name: path })),
  });
  await connection.sendNotification('initialized', {});
  const textDocument = (uri: string, text: string) => ({ uri, languageId: 'plaintext', version: 1, text });
  return {
    connection,
    pushed,
    write,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: textDocument(uri, text) }),
    change: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    until: async (uri, isWished) => {
      for (const end = Date.now() + 15_000; Date.now() < end; ) {
        const sent = pushed.get(uri);
        if (sent && isWished(sent.diagnostics)) return sent.diagnostics;
        await new Promise((done) => setTimeout(done, 20));
      }
      throw new Error(`other diagnostics came: ${JSON.stringify(pushed.get(uri))}`);
    },
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      for (const path of paths) rmSync(path, { recursive: true, force: true });
    },
  };
}
