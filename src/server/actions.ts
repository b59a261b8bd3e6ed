import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../model/finding.ts';
import { commentLine } from './comments.ts';
import { diagnosticOf, uriOf } from './diagnostics.ts';
import { toRange, touches } from './positions.ts';
import type { Root } from './root.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.sselint`;

/** The light bulb: mend this, mend all of its rule, suppress it with a reason, explain it. */
export function actionsFor(
  findings: Finding[],
  span: { file: string; start: number; end: number },
  root: Root,
  only: string[] | undefined,
): CodeAction[] {
  const wants = (kind: string) =>
    !only?.length || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const here = findings.filter((finding) => touches(finding.place, span.start, span.end));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of here) actions.push(...quickFixes(finding, findings, span.file, root));
  }
  if (wants(fixAllKind)) {
    const edits = editsOf(findings.flatMap(firstSafe), root);
    if (edits) actions.push({ title: 'Fix all that is safe (sselint)', kind: fixAllKind, edit: edits });
  }
  return actions;
}

function quickFixes(finding: Finding, all: Finding[], file: string, root: Root): CodeAction[] {
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, root)];
  const kind = CodeActionKind.QuickFix;
  const fixes = finding.fixes.map(
    (fix, at): CodeAction => ({
      title: fix.safe ? fix.title : `${fix.title} (may change what happens)`,
      kind,
      diagnostics,
      isPreferred: at === 0 && fix.safe,
      edit: editsOf([fix], root),
    }),
  );
  const same = all.filter((each) => each.rule === finding.rule && each.fixes.length > 0);
  if (same.length > 1) {
    const edit = editsOf(
      same.flatMap((each) => each.fixes.slice(0, 1)),
      root,
    );
    fixes.push({ title: `Fix all ${same.length} of ${finding.rule} in this file`, kind, diagnostics, edit });
  }
  return [...fixes, ...suppressions(finding, file, root, diagnostics), explain(finding, diagnostics)];
}

function suppressions(finding: Finding, file: string, root: Root, diagnostics: Diagnostic[]): CodeAction[] {
  const comment = commentLine(file);
  if (!comment || finding.place.file !== file) return [];
  const { line } = toRange(root.lines(file), finding.place).start;
  const text = root.text(file) ?? '';
  const indent = /^[ \t]*/.exec(text.split('\n')[line] ?? '')![0];
  const insert = (at: number, words: string): TextEdit => {
    const position = { line: at, character: 0 };
    return { range: { start: position, end: position }, newText: `${words}\n` };
  };
  const reason = '-- reason: ';
  const uri = uriOf(file, root);
  const next = `${indent}${comment(`sselint-disable-next-line ${finding.rule} ${reason}`)}`;
  const whole = comment(`sselint-disable ${finding.rule} ${reason}`);
  const first = text.startsWith('#!') || text.startsWith('<?') ? 1 : 0;
  return [
    suppression(`Suppress ${finding.rule} for this line`, uri, insert(line, next), diagnostics),
    suppression(`Suppress ${finding.rule} for this file`, uri, insert(first, whole), diagnostics),
  ];
}

function suppression(title: string, uri: string, edit: TextEdit, diagnostics: Diagnostic[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit: { changes: { [uri]: [edit] } } };
}

function explain(finding: Finding, diagnostics: Diagnostic[]): CodeAction {
  const command: Command = { title: 'Explain', command: 'sselint.explain', arguments: [finding.rule] };
  return { title: `Explain ${finding.rule}`, kind: CodeActionKind.QuickFix, diagnostics, command };
}

function firstSafe(finding: Finding): Fix[] {
  return finding.fixes.filter((fix) => fix.safe).slice(0, 1);
}

/** The edits of some fixes; of two that overlap, the first is made and the other waits for the next round. */
export function editsOf(fixes: Fix[], root: Root): CodeAction['edit'] {
  const taken: Edit[] = [];
  for (const fix of fixes) {
    if (!fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) taken.push(...fix.edits);
  }
  if (taken.length === 0) return undefined;
  const changes: Record<string, TextEdit[]> = {};
  for (const { place, text } of taken) {
    const uri = uriOf(place.file, root);
    changes[uri] ??= [];
    changes[uri].push({ range: toRange(root.lines(place.file), place), newText: text });
  }
  return { changes };
}

function overlap(a: Edit, b: Edit): boolean {
  return a.place.file === b.place.file && a.place.start <= b.place.end && b.place.start <= a.place.end;
}
