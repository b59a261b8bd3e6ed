import { applyEdits, type FormattingOptions, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
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

function withStatements(
  { statements, replaces = [] }: AddStatement,
  file: string,
  text: string,
): Edit | undefined {
  const root = parseTree(text);
  const statement = root && findNodeAtLocation(root, ['Statement']);
  if (!statement) return undefined;
  const formattingOptions = formattingOf(text);
  const named = withArn(statements, text);
  if (!named) return undefined;
  const put = (from: string, path: (string | number)[], value: unknown, isArrayInsertion = false) =>
    applyEdits(from, modify(from, path, value, { formattingOptions, isArrayInsertion }));
  const [first, ...more] = named;
  let next = text;
  if (statement.type !== 'array') {
    const before = JSON.parse(text.slice(statement.offset, statement.offset + statement.length));
    next = put(next, ['Statement'], replaces.length > 0 ? named : [before, ...named]);
    return difference(text, next, file);
  }
  const [at] = replaces;
  if (at !== undefined) next = put(next, ['Statement', at], first);
  for (const each of at === undefined ? named : more) next = put(next, ['Statement', -1], each, true);
  return difference(text, next, file);
}

/** `${bucket}` becomes the ARN, or the placeholder, that the policy's own statements have. */
function withArn(statements: PolicyStatement[], text: string): PolicyStatement[] | undefined {
  const words = JSON.stringify(statements);
  if (!words.includes('${bucket}')) return statements;
  const arn = /"(arn:[\w-]+:s3:::[^"/*]+|\$\{[^}"]+\})(?:\/[^"]*)?"/.exec(text)?.[1];
  return arn === undefined ? undefined : JSON.parse(words.replaceAll('${bucket}', () => arn));
}

function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol,
  };
}

/** One edit of the stretch in which two texts differ. */
function difference(before: string, after: string, file: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { place: { file, start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
