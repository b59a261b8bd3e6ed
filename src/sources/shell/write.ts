import type { Write } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Scalar, Value } from '../../model/value.ts';
import { memberOfPath, type Subcommand, type Tool, toolNamed } from '../../sdks/index.ts';
import { type Added, type Manner, writeWords } from '../word-edit/write.ts';

/** Changes of command lines: flags added, dropped, renamed; values in the quotes that are there. */
export const write: Write = async (changes, fact, text) => writeWords(changes, fact, text, manner);

const manner: Manner = {
  literal: (value, place, text) => (isQuoted(place, text) ? String(value) : word(value)),
  removal,
  insertion,
};

function word(value: Scalar | Scalar[]): string {
  const text = String(value);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function isQuoted({ start, end }: Place, text: string): boolean {
  return /["'“”|:]/.test(text[start - 1] ?? '') && /["'“”|]/.test(text[end] ?? '');
}

/** A flag goes with the blanks, or the continued line, before it. */
function removal(entry: Place, text: string): Place {
  const before = /(?:[ \t]+|[ \t]*[\\`^]\r?\n[ \t]*)$/.exec(text.slice(0, entry.start));
  const closing = /["'“”]/.test(text[entry.end] ?? '') && !/["'“”]/.test(text[entry.start - 1] ?? '') ? 1 : 0;
  return { ...entry, start: entry.start - (before?.[0].length ?? 0), end: entry.end + closing };
}

/** New flags stand at the end of the command, or on lines of their own where its flags do. */
function insertion(added: Added[], fact: Fact, text: string): Edit | undefined {
  const call = fact.anchors?.call;
  const tool = toolNamed(fact.via);
  if (!call || !tool) return undefined;
  const subcommand = subcommandOf(text.slice(call.start, call.end), tool);
  const rows: string[] = [];
  for (const { path, text: value } of added) {
    const flag = subcommand && flagFor(path, subcommand, tool);
    if (!flag) return undefined;
    rows.push(`${flag} ${word(value)}`);
  }
  const between = lineBreak(fact, text) ?? ' ';
  return { place: { ...call, start: call.end }, text: rows.map((row) => `${between}${row}`).join('') };
}

function subcommandOf(words: string, tool: Tool): Subcommand | undefined {
  return tool.subcommands.find(({ path }) =>
    path.every(
      (each) =>
        each === '*' || each.split('|').some((name) => new RegExp(`(^|\\s)${name}(\\s|$)`).test(words)),
    ),
  );
}

function flagFor(path: string, subcommand: Subcommand, tool: Tool): string | undefined {
  const member = memberOfPath[path];
  if (!member) return undefined;
  const flags = Object.entries({ ...tool.flags, ...subcommand.flags });
  const own = flags.find(
    ([, flag]) => flag.member === member && flag.is === undefined && !flag.targeted,
  )?.[0];
  if (own || subcommand.path.at(-1) !== '*') return own;
  const kebab = member
    .replace(/^SSEKMS/, 'Ssekms')
    .replace(/SSE/, 'Sse')
    .replace(/MD5$/, 'Md5');
  return `-${kebab.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What stands before the last flag, where that is a continued line. */
function lineBreak(fact: Fact, text: string): string | undefined {
  const entries = Object.values(fact.fields as Record<string, Value>).flatMap(({ entry }) => entry ?? []);
  const last = entries.sort((a, b) => a.start - b.start).at(-1);
  return last && /[ \t]*[\\`^]\r?\n[ \t]*$/.exec(text.slice(0, last.start))?.[0];
}
