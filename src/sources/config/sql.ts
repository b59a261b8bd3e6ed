import type { Setting } from './setting.ts';
import { textValue } from './value.ts';

const strings = /'(?:[^']|'')*'/;
/** A name, perhaps `AS` or `=`, and a text or a variable. */
const clause = (name: string) =>
  new RegExp(
    `\\b(?<name>${name})(?<connector>\\s*(?:=|\\bAS\\b)?\\s*)(?<value>'(?:[^']|'')*'|[$:@][\\w{}]+)`,
    'gi',
  );
const clauses = clause('TYPE|KMS_KEY_ID|MASTER_KEY|MASTER_SYMMETRIC_KEY|URL|STORAGE_BASE_URL');
const location = /\b(?<name>FROM|TO|INTO)(?<connector>\s+)(?<value>'s3:\/\/[^']*')/gi;
const inCredentials = /(?<name>master_symmetric_key)(?<connector>=)(?<value>[^;']+)/gi;
const encryption = /\bENCRYPTION\s*=\s*\(/i;

/** What statements of Redshift (COPY, UNLOAD) and Snowflake (stages, COPY INTO) say of encryption. */
export function inSql(file: string, text: string): Setting[] {
  return statements(text).flatMap(({ start, words }, at) => {
    const service = serviceOf(words);
    if (!service) return [];
    const given = [...words.matchAll(clauses)].filter(
      (match) => !/^TYPE$/i.test(match[1]!) || isInside(words, match.index),
    );
    const found = [...given, ...words.matchAll(location), ...words.matchAll(inCredentials)];
    const rows = found.map((match) => setting(file, service, `${at}`, start, match));
    return service === 'snowflake' ? onlyS3(rows) : rows;
  });
}

/** `TYPE` is the encryption's own only in its brackets; formats have one too. */
function isInside(words: string, at: number): boolean {
  return /\bENCRYPTION\s*=\s*\([^)]*$/i.test(words.slice(0, at));
}

function serviceOf(words: string): string | undefined {
  if (/^\s*(COPY|UNLOAD)\b/i.test(words) && !/^\s*COPY\s+INTO\b/i.test(words)) return 'redshift';
  const isStage =
    /^\s*(CREATE|ALTER)\b[^;]*?\b(STAGE|EXTERNAL\s+VOLUME)\b/i.test(words) ||
    /^\s*COPY\s+INTO\b/i.test(words);
  return isStage && encryption.test(words) ? 'snowflake' : undefined;
}

/** Stages of other clouds have encryption types of their own. */
function onlyS3(rows: Setting[]): Setting[] {
  const isS3 = rows.some(
    ({ value }) => value.is === 'known' && /^s3(gov|china|compat)?:\/\//i.test(String(value.value)),
  );
  return isS3 ? rows : [];
}

function setting(file: string, service: string, at: string, offset: number, match: RegExpExecArray): Setting {
  const { name = '', connector = '', value = '' } = match.groups!;
  const start = offset + match.index;
  const quote = strings.test(value) ? 1 : 0;
  const from = start + name.length + connector.length + quote;
  const words = quote ? value.slice(1, -1) : value;
  const place = { file, start: from, end: from + words.length };
  const places = {
    name: { file, start, end: start + name.length },
    entry: { file, start, end: from + words.length + quote },
  };
  const plain = /^(FROM|TO|INTO|STORAGE_BASE_URL)$/i.test(name)
    ? service === 'redshift'
      ? 'LOCATION'
      : 'URL'
    : name;
  return { name: `${service}.${plain}`, group: at, value: textValue(words, place, places) };
}

/** Statements between semicolons that stand outside of quotes and comments. */
function statements(text: string): { start: number; words: string }[] {
  const found: { start: number; words: string }[] = [];
  let start = 0;
  for (const match of text.matchAll(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|;/g)) {
    if (match[0] !== ';') continue;
    found.push(statement(text, start, match.index));
    start = match.index + 1;
  }
  found.push(statement(text, start, text.length));
  return found;
}

/** Comments become blanks, so that places stay. */
function statement(text: string, start: number, end: number): { start: number; words: string } {
  const words = text
    .slice(start, end)
    .replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
      found.startsWith("'") ? found : ' '.repeat(found.length),
    );
  return { start, words };
}
