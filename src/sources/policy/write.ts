import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Change, PolicyStatement } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';

/** Changes of a policy as edits of its JSON, in its own formatting. */
export async function write(changes: Change[], fact: Fact, text: string): Promise<Edit[] | undefined> {
  const { file } = fact.place;
  const edits: Edit[] = [];
  for (const change of changes) {
    const edit = change.verb === 'addStatement' ? withStatements(change, file, text) : inPlace(change, fact);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** A word for another one: of a value, or of a name where that is what is underlined. */
function inPlace(change: Change, fact: Fact): Edit | undefined {
  if (change.verb !== 'set' || !('literal' in change.value)) return undefined;
  const place = placeAt(fact, change.path);
  return place && { place, text: JSON.stringify(change.value.literal) };
}

/** `problems.2.found`: an item of a list, an entry of a record. */
function placeAt(fact: Fact, path: string): Place | undefined {
  const [field = '', at = '', name = ''] = path.replace(/^policy\./, '').split('.');
  const fields = fact.fields as Record<string, Value | undefined>;
  const value = fields[field] ?? fields[`policy.${field}`];
  const item = value?.is === 'list' ? value.items[Number(at)] : undefined;
  const entry =
    item?.is === 'record'
      ? item.entries.find((each) => each.name.is === 'known' && each.name.value === name)
      : undefined;
  return entry?.value.name ?? entry?.value.place;
}

type AddStatement = Extract<Change, { verb: 'addStatement' }>;

/** In place of the statement they replace, else after the last one. */
function withStatements(
  { statements, replaces = [] }: AddStatement,
  file: string,
  text: string,
): Edit | undefined {
  const root = parseTree(text);
  const statement = root && findNodeAtLocation(root, ['Statement']);
  const named = withArn(statements, text);
  if (!statement || !named) return undefined;
  const nodes = statement.type === 'array' ? (statement.children ?? []) : [statement];
  const replaced = nodes[replaces[0] ?? -1];
  const beside = replaced ?? nodes.at(-1);
  if (!beside) return undefined;
  const written = named
    .map((each) => indented(each, text, beside.offset))
    .join(`,${lineStart(text, beside.offset)}`);
  const isOne = statement.type !== 'array' && !(replaced && named.length === 1);
  const words = replaced ? written : `,${lineStart(text, beside.offset)}${written}`;
  const start = replaced ? beside.offset : beside.offset + beside.length;
  const place = { file, start, end: beside.offset + beside.length };
  if (!isOne) return { place, text: words };
  const before = replaced ? '' : text.slice(beside.offset, start);
  return { place: { ...place, start: beside.offset }, text: `[${before}${words}]` };
}

/** The line break and the white space that the line of an element starts with. */
function lineStart(text: string, offset: number): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return text.includes('\n') ? eol + (/^[ \t]*/.exec(line)?.[0] ?? '') : ' ';
}

function indented(statement: PolicyStatement, text: string, offset: number): string {
  if (!text.includes('\n')) return JSON.stringify(statement);
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return JSON.stringify(statement, null, unit).replaceAll('\n', () => lineStart(text, offset));
}

/** `${bucket}` becomes the ARN, or the placeholder, that the policy's own statements have. */
function withArn(statements: PolicyStatement[], text: string): PolicyStatement[] | undefined {
  const words = JSON.stringify(statements);
  if (!words.includes('${bucket}')) return statements;
  const arn = /"(arn:[\w-]+:s3:::[^"/*]+|\$\{[^}"]+\})(?:\/[^"]*)?"/.exec(text)?.[1];
  return arn === undefined ? undefined : JSON.parse(words.replaceAll('${bucket}', () => arn));
}
