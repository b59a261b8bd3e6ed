import type { NewValue } from '../../../model/change.ts';
import type { Scalar } from '../../../model/value.ts';

/** A value in HCL; `${` in a text is text. */
export function literal(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value).replaceAll('${', '$${').replaceAll('%{', '%%{');
}

export function written(value: NewValue): string | undefined {
  if ('expression' in value) return value.expression;
  const { literal: given } = value;
  if (given === null) return undefined;
  return Array.isArray(given) ? `[${given.map(literal).join(', ')}]` : literal(given);
}

/** Plain data as an HCL expression; `arn` is the expression of the bucket's ARN. */
export function hcl(data: unknown, arn: string, indent: string): string {
  const inner = `${indent}  `;
  if (typeof data === 'string') return textWith(data, arn);
  if (Array.isArray(data)) return list(data, arn, indent);
  if (typeof data !== 'object' || data === null) return String(data);
  const names = Object.keys(data).map((name) => (/^[A-Za-z_]\w*$/.test(name) ? name : literal(name)));
  const width = Math.max(...names.map((name) => name.length));
  const rows = Object.values(data).map(
    (value, at) => `${inner}${names[at]!.padEnd(width)} = ${hcl(value, arn, inner)}`,
  );
  return `{\n${rows.join('\n')}\n${indent}}`;
}

/** Objects stand on lines of their own. */
function list(items: unknown[], arn: string, indent: string): string {
  if (!items.some((each) => typeof each === 'object' && each !== null)) {
    return `[${items.map((each) => hcl(each, arn, indent)).join(', ')}]`;
  }
  const inner = `${indent}  `;
  return `[\n${items.map((each) => `${inner}${hcl(each, arn, inner)},\n`).join('')}${indent}]`;
}

/** `${bucket}` alone is the expression itself. */
function textWith(text: string, arn: string): string {
  const isReference = /^[a-z]/.test(arn) && !arn.startsWith('arn:');
  if (!text.includes('${bucket}')) return literal(text);
  if (!isReference) return literal(text.replaceAll('${bucket}', () => arn));
  return text === '${bucket}' ? arn : `"${text.replaceAll('${bucket}', () => `\${${arn}}`)}"`;
}
