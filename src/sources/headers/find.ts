import { known, type Unknown, unknown, type Value } from '../../model/value.ts';
import { memberOfHeader } from '../../sdks/index.ts';
import type { Header } from './members.ts';

/** A header with its value, as some text says it. */
export interface Found extends Header {
  start: number;
  end: number;
  /** Name and value are texts of a program or of JSON, not a line of a message. */
  isCode: boolean;
}

const names =
  /(?<![\w:./-])x-amz-(?:(?:copy-source-)?server-side-encryption(?:-[a-z0-9-]+)?|meta-[\w-]+|storage-class|tagging|metadata-directive|copy-source)(?![\w-])/gi;
const quotes: Record<string, string> = { "'": "'", '"': '"', '`': '`', '“': '”', '”': '”', '‘': '’' };
const sets = /(header|set|add|append|put|insert|with)\w*\s*\(\s*$/i;

/** Every header that stands in a text with a value, in the order of the text. */
export function headersIn(file: string, text: string): Found[] {
  const found: Found[] = [];
  for (const { 0: name, index } of text.matchAll(names)) {
    const closing = quotes[text[index - 1] ?? ''];
    const isAlone = closing !== undefined && text[index + name.length] === closing;
    const made = isAlone ? inCode(file, text, name, index) : inLine(file, text, name, index, closing);
    if (made) found.push(made);
  }
  return found;
}

const literal = /^[rbuf$@]{0,2}(?<quote>['"`])(?<text>(?:\\.|(?!\k<quote>)[^\\\n])*)\k<quote>/i;

/** `'name': 'value'`, `headers['name'] = 'value'`, `set("name", "value")`. */
function inCode(file: string, text: string, name: string, index: number): Found | undefined {
  const after = index + name.length + 1;
  const connector = /^\s*\]?\s*(?::|=>|=(?![=~])|,)\s*/.exec(text.slice(after, after + 100))?.[0];
  if (connector === undefined) return undefined;
  if (/,/.test(connector) && !sets.test(text.slice(Math.max(0, index - 60), index - 1))) return undefined;
  const from = after + connector.length;
  const rest = text.slice(from, from + 2000);
  const quoted = literal.exec(rest);
  const words = quoted?.[0] ?? /^[^\s,;)}\]]+/.exec(rest)?.[0];
  if (!words || /^[{[<]/.test(words) || /^.{0,3}x-amz-/i.test(words)) return undefined;
  const goesOn = /^\s*(?:[+.?%]|\|\||if\b|or\b)/.test(rest.slice(words.length));
  const inner = quoted && !goesOn ? quoted.groups!.text! : undefined;
  const start = inner === undefined ? from : from + words.indexOf(inner, words.search(/['"`]/) + 1);
  const end = inner === undefined ? from + words.length : start + inner.length;
  const places = {
    name: { file, start: index, end: index + name.length },
    entry: { file, start: index - 1, end: from + words.length },
  };
  const place = { file, start, end };
  const value: Value =
    inner === undefined || /\$\{|^f['"`].*\{/.test(words)
      ? unknown(`\`${words.slice(0, 40)}\` is not written out here`, { place, origin: words, ...places })
      : headerValue(name, inner, place, places);
  return { name, value, start: index - 1, end: places.entry.end, isCode: true };
}

/** `name: value` in a line, in quotes as a whole, or in a list between bars. */
function inLine(
  file: string,
  text: string,
  name: string,
  index: number,
  closing: string | undefined,
): Found | undefined {
  const after = index + name.length;
  const connector = /^[ \t]*[:=][ \t]*/.exec(text.slice(after, after + 20))?.[0];
  if (connector === undefined) return undefined;
  const from = after + connector.length;
  const line = /^[^\r\n]*/.exec(text.slice(from, from + 2000))![0];
  const stop = closing ? new RegExp(`[|${closing}]`) : /[|"'`”’<,;]|\s#|\s\/\/|\\$|\s*$/;
  const own = /^(['"])([^'"]*)\1/.exec(line);
  const raw =
    own && !closing
      ? own[2]!
      : line.slice(0, line.search(stop) < 0 ? undefined : line.search(stop)).trimEnd();
  if (raw === '' || (/^[{[>|&*!]/.test(raw) && !/^\{\{/.test(raw))) return undefined;
  const isWords = /\s/.test(raw) && !/^(<|\{\{|\$\{|x-amz-meta)/.test(raw) && !/x-amz-meta-/i.test(name);
  if (isWords) return undefined;
  const start = from + (own && !closing ? 1 : 0);
  const entryEnd = start + raw.length + (own && !closing ? 1 : 0);
  const places = { name: { file, start: index, end: after }, entry: { file, start: index, end: entryEnd } };
  const value = headerValue(name, raw, { file, start, end: start + raw.length }, places);
  return { name, value, start: index, end: entryEnd, isCode: false };
}

type Places = Pick<Unknown, 'name' | 'entry'>;

const open =
  /^(<.*|\$.*|\{.*|%.*|\[.*|\.{3}.*|…|string|value|null|None|undefined|true\|false|(your|my)[-_ ].*|[A-Z]+(_[A-Z]+)+)$|\{\{|\$\{|\$\(|<[a-z]/i;

/** What documentation writes in place of a value is not known. */
function headerValue(name: string, text: string, place: Unknown['place'], places: Places): Value {
  const isMember = text === memberOfHeader[name.toLowerCase()];
  if (isMember || open.test(text)) {
    return unknown(`\`${text.slice(0, 40)}\` stands for a value`, { place, origin: text, ...places });
  }
  const flag = /bucket-key-enabled$/i.test(name) && /^(true|false)$/i.test(text);
  return known(flag ? text.toLowerCase() === 'true' : text, { place, ...places });
}
