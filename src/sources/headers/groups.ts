import type { Found } from './find.ts';
import { operationOf, targetOf } from './http.ts';

/** Headers that stand together, and what the words around them say of their request. */
export interface Group {
  headers: Found[];
  operation?: string;
  /** The URL of its request line, and where it stands. */
  url?: { text: string; start: number };
  /** The whole message is there: nothing else is sent. */
  isWhole: boolean;
}

const encryption = /server-side-encryption/i;
const requestLine = /(?<![\w.])(?<method>PUT|POST|GET|HEAD)[ \t]+(?<url>(?:https?:\/\/|\/|\{\{)\S*)/g;
const statusLine = /HTTP\/\d(?:\.\d)?[ \t]+\d{3}/g;
const methodWord =
  /method['"]?\s*(?::|=>|=|,)\s*['"]?(?:HttpMethod\.|http\.Method)?(?<method>PUT|POST|GET|HEAD)\b/i;

/** Headers of answers are left out: only requests ask for encryption. */
export function groupsOf(headers: Found[], text: string): Group[] {
  const groups: Found[][] = [];
  for (const header of headers) {
    const open = groups.at(-1);
    if (open && belongs(open, header, text)) open.push(header);
    else groups.push([header]);
  }
  return groups
    .filter((group) => group.some(({ name }) => encryption.test(name)))
    .flatMap((group) => inContext(group, text) ?? []);
}

function belongs(group: Found[], { name, start, isCode }: Found, text: string): boolean {
  const last = group.at(-1)!;
  const between = text.slice(last.end, start);
  const isNear = between.length < 400 && (between.match(/\n/g)?.length ?? 0) <= 4 && !/\n\s*\n/.test(between);
  const isNew = group.every((each) => each.name.toLowerCase() !== name.toLowerCase());
  return (
    isNear &&
    isNew &&
    isCode === last.isCode &&
    between.search(requestLine) < 0 &&
    between.search(statusLine) < 0
  );
}

function inContext(headers: Found[], text: string): Group | undefined {
  const [first] = headers;
  const before = text.slice(Math.max(0, first!.start - 1500), first!.start);
  const paragraph = before.slice(Math.max(0, lastBlankLine(before)));
  const line = [...paragraph.matchAll(requestLine)].at(-1);
  const status = [...paragraph.matchAll(statusLine)].filter(({ 0: words }) => words).at(-1);
  if (status && status.index > (line?.index ?? -1)) return undefined;
  if (!line && isAnswer(before)) return undefined;
  const copies = headers.some(({ name }) => /^x-amz-copy-source$/i.test(name));
  if (line) return ofLine(headers, line, first!.start - paragraph.length, copies);
  if (/-UploadHeaders["'“”\s]*$/i.test(before)) return { headers, isWhole: false, operation: 'PutObject' };
  const method = methodWord.exec(text.slice(Math.max(0, first!.start - 300), headers.at(-1)!.end + 200));
  const operation = method && operationOf(method.groups!.method!, '', copies);
  return { headers, isWhole: false, ...(operation && { operation }) };
}

function ofLine(headers: Found[], line: RegExpExecArray, offset: number, copies: boolean): Group {
  const { method = '', url = '' } = line.groups!;
  const query = targetOf(url.startsWith('/') ? `host${url}` : url)?.query ?? '';
  const operation = operationOf(method, query, copies);
  const start = offset + line.index + line[0].length - url.length;
  return {
    headers,
    isWhole: !headers[0]!.isCode,
    url: { text: url, start },
    ...(operation && { operation }),
  };
}

function lastBlankLine(text: string): number {
  return [...text.matchAll(/\n[ \t]*\r?\n/g)].at(-1)?.index ?? 0;
}

/** Whether the nearest word says that what follows came from the server. */
function isAnswer(before: string): boolean {
  const last = [...before.slice(-600).matchAll(/\b(respons|request|answer|return|expect|assert)\w*/gi)].at(
    -1,
  );
  return last !== undefined && !/^request/i.test(last[0]);
}
