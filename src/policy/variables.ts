import type { Context } from './form.ts';
import type { Piece } from './pattern.ts';

/**
 * Policy variables (IAM reference: policy elements, variables and tags): `${aws:username}`, with a default
 * `${aws:username, 'nobody'}`, and the characters `${*}`, `${?}`, `${$}`. What a variable brings in is never
 * a wildcard. Undefined where a variable has no single value in the request.
 */
export function replaced(text: string, lookUp: LookUp, variables: boolean): Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const variable = variables && text[at] === '$' && text[at + 1] === '{' ? variableAt(text, at) : undefined;
    if (!variable) {
      pieces.push({ char: text[at]!, literal: false });
      at += 1;
      continue;
    }
    const value = special.get(variable.name) ?? single(lookUp(variable.name)) ?? variable.fallback;
    if (value === undefined) return undefined;
    for (const char of value.split('')) pieces.push({ char, literal: true });
    at = variable.end;
  }
  return pieces;
}

export type LookUp = (key: string) => Context[string] | undefined;

/** The names of the keys that a text's variables stand for. */
export function variableKeys(text: string): string[] {
  const names = [...text.matchAll(/\$\{([^}]*)\}/g)].map(
    ([whole], at) => variableAt(whole, 0)?.name ?? String(at),
  );
  return names.filter((name) => name.includes(':'));
}

const special = new Map([
  ['*', '*'],
  ['?', '?'],
  ['$', '$'],
]);

const form = /\$\{\s*([^,}]+?)\s*(?:,\s*'([^']*)'\s*)?\}/y;

function variableAt(text: string, at: number) {
  form.lastIndex = at;
  const found = form.exec(text);
  return found ? { name: found[1]!, fallback: found[2], end: form.lastIndex } : undefined;
}

function single(value: Context[string] | undefined): string | undefined {
  if (!Array.isArray(value)) return value === undefined ? undefined : String(value);
  return value.length === 1 ? String(value[0]) : undefined;
}
