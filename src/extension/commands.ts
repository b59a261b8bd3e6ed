import * as vscode from 'vscode';
import type { Client } from './client.ts';
import { fixInline, suppressInline } from './fixes.ts';
import type { Log } from './log.ts';
import { Markdown } from './markdown.ts';
import type { Node } from './tree/node.ts';
import type { FindingsTree } from './tree/workspace.ts';

/** Every command of the palette and of the tree. */
export function registerCommands(client: Client, log: Log, tree: FindingsTree): vscode.Disposable[] {
  const pages = new Markdown();
  const commands: Record<string, (...args: never[]) => unknown> = {
    'sselint.explain': async (rule: string | Node) => {
      const id = typeof rule === 'string' ? rule : rule?.finding?.rule;
      if (id) await pages.show(`sselint ${id.replace('/', ' ')}`, await client.explain(id));
    },
    'sselint.showRequest': (request: string) =>
      pages.show('sselint request', `# A request that gets through\n\n${request}`),
    'sselint.showOutput': () => log.show(),
    'sselint.restart': () => client.restart(),
    'sselint.refresh': () => tree.refresh(),
    'sselint.open': (node: Node) => open(node),
    'sselint.fix': (node: Node) => fixInline(node),
    'sselint.suppress': (node: Node) => suppressInline(node),
    'sselint.fixAll': (node: Node) => fixInline(node, true),
    'sselint.lintWorkspace': async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'sselint' });
      if (tasks[0]) await vscode.tasks.executeTask(tasks[0]);
    },
  };
  return [
    pages,
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(name, run as (...args: unknown[]) => unknown),
    ),
  ];
}

async function open(node: Node): Promise<void> {
  const at = node.at;
  if (!at) return;
  const { start, end } = at.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(at.uri), { selection });
}
