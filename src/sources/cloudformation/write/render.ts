/** Plain data as YAML or JSON. `Intrinsic` is written with its short tag in YAML. */
export class Intrinsic {
  constructor(
    readonly name: string,
    readonly argument: string,
  ) {}

  get long(): unknown {
    return { [`Fn::${this.name}`]: this.name === 'GetAtt' ? this.argument.split('.') : this.argument };
  }
}

interface Named {
  name: string;
  data: unknown;
}

export function jsonOf({ name, data }: Named, indent: string, eol: string): string {
  return `${JSON.stringify(name)}: ${json(data, indent, eol)}`;
}

export function json(data: unknown, indent: string, eol: string): string {
  const words = JSON.stringify(data, (_, value) => (value instanceof Intrinsic ? value.long : value), 2);
  return words.replaceAll('\n', () => eol + indent);
}

export function yamlOf({ name, data }: Named, indent: string, eol: string): string {
  return entryLines(name, data, indent).join(eol);
}

/** An item of a list in YAML, the dash at `indent`. */
export function yamlItem(data: unknown, indent: string, eol: string): string {
  return itemLines(data, indent).join(eol);
}

function entryLines(name: string, data: unknown, indent: string): string[] {
  const key = /^[\w-]+$/.test(name)
    ? name
    : JSON.stringify(name).replace(/^"(.*)"$/, /^[\w:-]+$/.test(name) ? '$1' : '"$1"');
  if (isNested(data)) return [`${indent}${key}:`, ...lines(data, `${indent}  `)];
  return [`${indent}${key}: ${scalar(data)}`];
}

function lines(data: unknown, indent: string): string[] {
  if (Array.isArray(data)) return data.flatMap((each) => itemLines(each, indent));
  return Object.entries(data as object).flatMap(([name, value]) => entryLines(name, value, indent));
}

function itemLines(data: unknown, indent: string): string[] {
  if (!isNested(data)) return [`${indent}- ${scalar(data)}`];
  const [first = '', ...rest] = lines(data, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

const isNested = (data: unknown) => typeof data === 'object' && data !== null && !(data instanceof Intrinsic);

function scalar(data: unknown): string {
  if (data instanceof Intrinsic)
    return `!${data.name} ${/[{}*]/.test(data.argument) ? `"${data.argument}"` : data.argument}`;
  if (typeof data !== 'string') return String(data);
  const isPlain =
    /^[A-Za-z][\w:/.*-]*$/.test(data) && !/:$/.test(data) && !/^(true|false|yes|no|null|on|off)$/i.test(data);
  return isPlain ? data : `'${data.replaceAll("'", "''")}'`;
}
