import type { Expression, Literal } from '../../evaluate/form.ts';
import { named, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { literal } from './shapes.ts';

/** The characters that a backslash stands for in most languages. */
const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
};

/** The text of a quoted constant's inside: `\n`, `\x41`, `\u0041`, `\u{1F600}`. */
export function unescaped(inside: string): string {
  return inside.replace(
    /\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|(\r?\n)|(.))/gs,
    (_, x?: string, braced?: string, u?: string, newline?: string, one?: string) => {
      const code = x ?? braced ?? u;
      if (code) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return newline ? '' : (escapes[one!] ?? one!);
    },
  );
}

/** A text of constant pieces and interpolated expressions; `piece` reads the words of a constant one. */
export function textOf(
  node: Node,
  x: Translation,
  pieces: readonly string[],
  interpolated: readonly string[],
  piece: (words: string) => string = unescaped,
): Expression {
  const parts: Expression[] = [];
  let constantSoFar: Literal | undefined;
  for (const each of node.children) {
    if (interpolated.includes(each.type)) {
      parts.push(x.adapter.expressions[each.type] ? x.expression(each) : x.expression(named(each)[0], each));
      constantSoFar = undefined;
    } else if (pieces.includes(each.type)) {
      const words = piece(x.words(each));
      if (constantSoFar) {
        constantSoFar.value = `${constantSoFar.value}${words}`;
        constantSoFar.place = { ...constantSoFar.place, end: each.end };
      } else {
        constantSoFar = literal(words, x.place(each));
        parts.push(constantSoFar);
      }
    }
  }
  const place = x.place(node);
  if (parts.length === 0) return literal('', place);
  if (parts.length === 1 && constantSoFar) return literal(constantSoFar.value, place);
  return { form: 'template', parts, place };
}
