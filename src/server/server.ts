import {
  CodeActionKind,
  type Connection,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import manifest from '../../package.json' with { type: 'json' };
import { describeRule } from '../rules/describe.ts';
import { actionsFor, fixAllKind } from './actions.ts';
import { completionsFor } from './completion.ts';
import { diagnosticOf, faultDiagnostic, uriOf } from './diagnostics.ts';
import { explanation } from './explain.ts';
import { hoverAt } from './hover.ts';
import { lensesOf } from './lenses.ts';
import { toOffset } from './positions.ts';
import {
  changedNotification,
  explainRequest,
  resourcesRequest,
  type Status,
  statusNotification,
} from './protocol.ts';
import { resourcesOf } from './resources.ts';
import { Roots } from './roots.ts';
import { isConfiguration, mayMatter } from './watched.ts';

/** Wires the language server to one editor. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const roots = new Roots();
  let pulls = false;
  const status = (given: Status) => void connection.sendNotification(statusNotification, given);

  connection.onInitialize((params): InitializeResult => {
    pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    roots.setFolders(foldersOf(params));
    return { capabilities: capabilities(pulls), serverInfo: { name: 'sselint', version: manifest.version } };
  });

  connection.onInitialized(async () => {
    status({ state: 'starting' });
    await readAll();
  });

  async function readAll(): Promise<void> {
    status({ state: 'reading' });
    for (const root of roots.workspace) await root.readAll();
    await refresh();
    status({ state: 'ready' });
  }

  /** Diagnostics of every open document, after something changed that they may hang on. */
  async function refresh(): Promise<void> {
    if (pulls) connection.languages.diagnostics.refresh();
    else for (const document of documents.all()) await push(document);
    void connection.sendNotification(changedNotification);
  }

  async function push(document: TextDocument): Promise<void> {
    const { version, uri } = document;
    const diagnostics = await diagnose(uri);
    if (documents.get(uri)?.version === version)
      await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  async function diagnose(uri: string) {
    const at = await roots.of(uri);
    if (!at) return [];
    const { faults } = await at.root.result();
    const findings = await at.root.findings(at.file);
    const own = [...at.root.configFaults, ...faults].filter((fault) => fault.file === at.file);
    return [
      ...own.map((fault) => faultDiagnostic(fault, at.root)),
      ...findings.map((finding) => diagnosticOf(finding, at.root)),
    ];
  }

  /** Only the newest text of a document is read; what was typed over is dropped. */
  const waiting = new Map<string, number>();
  documents.onDidChangeContent(async ({ document }) => {
    const { uri, version } = document;
    waiting.set(uri, version);
    const at = await roots.of(uri);
    if (!at || waiting.get(uri) !== version) return;
    const started = performance.now();
    await at.root.update(at.file, document.getText());
    if (waiting.get(uri) !== version) return;
    if (!pulls) await push(document);
    else connection.languages.diagnostics.refresh();
    status({ state: 'ready', ms: Math.round(performance.now() - started) });
    void connection.sendNotification(changedNotification);
  });

  documents.onDidClose(async ({ document }) => {
    const at = await roots.of(document.uri);
    await at?.root.update(at.file, undefined);
    if (!pulls) await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    let matters = false;
    for (const { uri, type } of changes) {
      const at = await roots.known(uri);
      if (!at || !mayMatter(at.file)) continue;
      matters = true;
      if (isConfiguration(at.file)) await at.root.open(roots.open(documents.all(), at.root));
      else if (type === FileChangeType.Deleted) await at.root.forget(at.file);
      else if (!documents.get(uri)) await at.root.update(at.file, undefined);
    }
    if (matters) await readAll();
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    return { kind: 'full', items: await diagnose(textDocument.uri) };
  });

  connection.languages.diagnostics.onWorkspace(async (_params, token, progress) => {
    progress.begin('sselint', 0, 'reading the workspace', true);
    for (const root of roots.workspace) if (!token.isCancellationRequested) await root.readAll();
    const items = await Promise.all(roots.all.map(workspaceItems));
    progress.done();
    return { items: items.flat() };
  });

  async function workspaceItems(root: (typeof roots.all)[number]) {
    const { findings } = await root.result();
    const files = [...new Set(findings.map((finding) => finding.place.file))];
    return files.map((file) => ({
      kind: 'full' as const,
      uri: uriOf(file, root),
      version: null,
      items: findings
        .filter((finding) => finding.place.file === file)
        .map((finding) => diagnosticOf(finding, root)),
    }));
  }

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const at = await roots.of(textDocument.uri);
    if (!at) return [];
    const lines = at.root.lines(at.file);
    const span = { file: at.file, start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
    return actionsFor(await at.root.findings(at.file), span, at.root, context.only);
  });

  connection.onHover(async ({ textDocument, position }) => {
    const at = await roots.of(textDocument.uri);
    if (!at) return null;
    const offset = toOffset(at.root.lines(at.file), position);
    return hoverAt(await at.root.facts(), at.file, offset, at.root) ?? null;
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const at = await roots.of(textDocument.uri);
    if (!at) return [];
    const { findings } = await at.root.result();
    return lensesOf(await at.root.facts(), findings, at.file, at.root);
  });

  connection.onCompletion(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return [];
    return completionsFor(document.getText({ start: { line: position.line, character: 0 }, end: position }));
  });

  connection.onRequest(resourcesRequest, async () => {
    const each = await Promise.all(
      roots.all.map(async (root) => resourcesOf(await root.facts(), (await root.result()).findings, root)),
    );
    return each.flat();
  });

  connection.onRequest(explainRequest, (id: string) => {
    const rule = roots.all.flatMap((root) => root.rules).find((each) => each.id === id);
    return rule ? explanation(describeRule(rule)) : `There is no rule \`${id}\`.`;
  });

  documents.listen(connection);
  connection.listen();
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? [];
  const fallback = params.rootUri ? [params.rootUri] : [];
  return (folders.length ? folders : fallback).map((uri) => URI.parse(uri).fsPath);
}

function capabilities(pulls: boolean): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(pulls && {
      diagnosticProvider: { identifier: 'sselint', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    hoverProvider: true,
    codeLensProvider: {},
    completionProvider: { triggerCharacters: ['"', "'", ':', '-'] },
  };
}
