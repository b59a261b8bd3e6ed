import * as vscode from 'vscode';
import { Client } from './client.ts';
import { registerCommands } from './commands.ts';
import { Log } from './log.ts';
import { registerTasks } from './tasks.ts';
import { FindingsTree } from './tree/workspace.ts';

let client: Client | undefined;

/** Registers what is cheap; the server starts with the first document or view that wants it. */
export function activate(context: vscode.ExtensionContext): { client: Client } {
  const log = new Log();
  client = new Client(context, log);
  const tree = new FindingsTree(client);
  const view = vscode.window.createTreeView('sselint.workspace', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  view.onDidChangeVisibility(({ visible }) => visible && client?.start());
  context.subscriptions.push(
    log,
    client,
    view,
    tree,
    ...registerCommands(client, log, tree),
    registerTasks(),
  );
  startWithDocuments(context, client);
  return { client };
}

const languages = new Set(
  'typescript typescriptreact javascript javascriptreact python java kotlin go csharp php ruby rust cpp swift terraform yaml json jsonc shellscript powershell dockerfile makefile properties ini xml sql http markdown dotenv'.split(
    ' ',
  ),
);

function startWithDocuments(context: vscode.ExtensionContext, server: Client): void {
  const concerns = (document: vscode.TextDocument) =>
    document.uri.scheme === 'file' && languages.has(document.languageId);
  if (vscode.workspace.textDocuments.some(concerns)) void server.start();
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (concerns(document)) void server.start();
    }),
  );
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
