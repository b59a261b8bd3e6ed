import { type Change, type NewValue, wireValues } from '../../model/change.ts';
import { type Fact, field } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { memberOfPath, sdkNamed, spelled } from '../../sdks/index.ts';
import { neighbours, separator, setterSeparator, setters, withSeparator } from './neighbours.ts';
import type { Syntax } from './syntax.ts';
import { typedAs } from './typed.ts';

/**
 * Writes changes into code of any language: from the places of what is there, and after the manner of its
 * neighbours. Undefined where there is nothing to go by.
 */
export function writeCode(changes: Change[], fact: Fact, text: string, syntax: Syntax): Edit[] | undefined {
  const edits: Edit[] = [];
  const added: { path: string; value: NewValue }[] = [];
  for (const change of changes) {
    if (change.verb === 'set' && !isThere(fact, algorithmPath(change.path))) {
      added.push({ path: algorithmPath(change.path), value: wire(change.path, change.value) });
      continue;
    }
    const edit = editFor(change, fact, text, syntax);
    if (!edit) return undefined;
    edits.push(...edit);
  }
  const insertion = added.length ? insert(added, fact, text, syntax) : [];
  return insertion && [...edits, ...insertion];
}

function isThere(fact: Fact, path: string): boolean {
  const value = field(fact, path);
  return value.is !== 'absent' && (value.place ?? value.entry) !== undefined;
}

/** Setting a mode is setting the algorithm that is sent. */
function algorithmPath(path: string): string {
  return path.replace(/encryption\.mode$/, 'encryption.algorithm');
}

function wire(path: string, value: NewValue): NewValue {
  if (!path.endsWith('encryption.mode') || !('literal' in value)) return value;
  return { ...value, literal: wireValues[String(value.literal)] ?? value.literal };
}

function editFor(change: Change, fact: Fact, text: string, syntax: Syntax): Edit[] | undefined {
  switch (change.verb) {
    case 'set':
      return replace(algorithmPath(change.path), wire(change.path, change.value), fact, text, syntax);
    case 'drop':
      return drop(change.path, fact, text);
    case 'rename':
      return rename(change.path, change.to, fact, text);
    case 'wrap':
      return wrap(change, fact, text, syntax);
    default:
      return undefined;
  }
}

function replace(path: string, to: NewValue, fact: Fact, text: string, syntax: Syntax): Edit[] | undefined {
  const value = field(fact, path);
  const { place } = value;
  if (!place) return undefined;
  const words = text.slice(place.start, place.end);
  if (path === 'transport.scheme') return secure(place, words);
  const quote = quoteOf(words);
  const plain = written(to, quote ?? quoteAround(fact, text), syntax);
  // A constant in quotes gives way to another; what is no text needs one of its own type.
  const said = quote === undefined ? typedAs(memberOfPath[path], plain, to, sdkNamed(fact.via)) : plain;
  return said === undefined ? undefined : [edit(place, said, to)];
}

/** Only the scheme's letters change; a switch that turns TLS off is turned. */
function secure(place: Place, words: string): Edit[] | undefined {
  if (/^https?$/i.test(words)) return [{ place, text: 'https' }];
  if (/^['"`]?http:/i.test(words)) return [{ place, text: words.replace(/http:/i, 'https:') }];
  const turned: Record<string, string> = { false: 'true', true: 'false', False: 'True', True: 'False' };
  const other =
    turned[words] ??
    words.replace(/\b(HTTP|Http|http)\b/, (word) => ({ HTTP: 'HTTPS', Http: 'Https', http: 'https' })[word]!);
  return other === words ? undefined : [{ place, text: other }];
}

function drop(path: string, fact: Fact, text: string): Edit[] | undefined {
  const value = field(fact, path);
  if (value.is === 'absent') return [];
  if (!value.entry) return undefined;
  return [{ place: withSeparator(value.entry, text), text: '' }];
}

function rename(path: string, to: string, fact: Fact, text: string): Edit[] | undefined {
  const { name } = field(fact, path);
  if (!name) return undefined;
  const words = text.slice(name.start, name.end);
  return [{ place: name, text: words.replace(/[A-Za-z_][\w-]*/, to) }];
}

function wrap(
  change: Extract<Change, { verb: 'wrap' }>,
  fact: Fact,
  text: string,
  syntax: Syntax,
): Edit[] | undefined {
  const { place } = field(fact, change.path);
  const around = syntax.wrap[change.as];
  if (!place || !around) return undefined;
  return [{ place, text: around(text.slice(place.start, place.end)), secret: true }];
}

function insert(
  added: { path: string; value: NewValue }[],
  fact: Fact,
  text: string,
  syntax: Syntax,
): Edit[] | undefined {
  const container = fact.anchors?.input ?? fact.anchors?.call;
  const sdk = sdkNamed(fact.via);
  if (!container || !sdk) return undefined;
  const within = neighbours(fact, container, text);
  const all = within.length > 0 ? within : setters(fact, container, text);
  const last = all.at(-1);
  const quote = quoteAround(fact, text);
  const rows: string[] = [];
  for (const { path, value } of added) {
    const member = memberOfPath[path];
    if (!member) return undefined;
    const words = last ? text.slice(last.name.start, last.name.end) : '';
    const name = spelled(member, sdk, words.replace(/^\W+/, ''));
    const said = typedAs(member, written(value, quote, syntax), value, sdk);
    if (said === undefined) return undefined;
    rows.push(
      last
        ? `${words.replace(/[A-Za-z_][\w-]*/, name)}${last.connector}${said}${last.closing}`
        : syntax.entry(name, said),
    );
  }
  const secret = added.some(({ value }) => 'secret' in value && value.secret);
  if (last) {
    const between = within.length > 0 ? separator(all, last, container, text) : setterSeparator(last, text);
    const at = { file: container.file, start: last.entry.end, end: last.entry.end };
    return [{ place: at, text: rows.map((row) => `${between}${row}`).join(''), ...(secret && { secret }) }];
  }
  const opened = /^\{\s*\}$/.test(text.slice(container.start, container.end));
  return opened
    ? [{ place: container, text: `{ ${rows.join(', ')} }`, ...(secret && { secret }) }]
    : undefined;
}

function written(value: NewValue, quote: string, syntax: Syntax): string {
  return 'expression' in value ? value.expression : syntax.literal(value.literal, quote);
}

function edit(place: Place, text: string, value: NewValue): Edit {
  return 'secret' in value && value.secret ? { place, text, secret: true } : { place, text };
}

function quoteOf(words: string): string | undefined {
  return /^[rbuf]?(['"`])/i.exec(words)?.[1];
}

/** The quotation mark that this fact's own values use most. */
function quoteAround(fact: Fact, text: string): string {
  const { start, end } = fact.place;
  const words = text.slice(start, end);
  const singles = words.split("'").length;
  return singles > words.split('"').length ? "'" : '"';
}
