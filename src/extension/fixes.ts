import * as vscode from 'vscode';
import type { ResourceFinding } from '../server/protocol.ts';
import type { Node } from './tree/node.ts';

/** Applies what the light bulb offers for a finding of the tree; all that is safe for a resource. */
export async function fixInline(node: Node, all = false): Promise<void> {
  const findings = all ? (node.resource?.findings ?? []) : node.finding ? [node.finding] : [];
  for (const finding of findings) {
    const actions = await actionsAt(finding);
    const fix =
      actions.find((action) => action.isPreferred && action.edit) ??
      (all ? undefined : actions.find((action) => action.edit));
    if (fix?.edit) await vscode.workspace.applyEdit(fix.edit);
  }
}

/** Puts the comment in, and the cursor where the reason is to be written. */
export async function suppressInline(node: Node): Promise<void> {
  if (!node.finding) return;
  const { rule, uri } = node.finding;
  const action = (await actionsAt(node.finding)).find(
    (each) => each.title === `Suppress ${rule} for this line`,
  );
  if (!action?.edit) return;
  await vscode.workspace.applyEdit(action.edit);
  const [first] = action.edit.get(vscode.Uri.parse(uri));
  const line = first?.range.start.line ?? 0;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const end = document.lineAt(line).range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
}

async function actionsAt({ uri, range, rule }: ResourceFinding): Promise<vscode.CodeAction[]> {
  const target = vscode.Uri.parse(uri);
  await vscode.workspace.openTextDocument(target);
  const at = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    target,
    at,
  );
  return (actions ?? []).filter(
    (action) => action.diagnostics?.some((each) => codeOf(each) === rule) ?? false,
  );
}

function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}
