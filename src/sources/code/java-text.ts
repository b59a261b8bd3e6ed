import type { ToExpression } from './adapter.ts';
import { literal } from './shapes.ts';
import { textOf, unescaped } from './text.ts';

export const text: ToExpression = (node, x) =>
  x.words(node).startsWith('"""')
    ? literal(unescaped(dedent(x.words(node))), x.place(node))
    : textOf(node, x, ['string_fragment', 'escape_sequence'], []);

/** A text block without the indentation that its lines share. */
function dedent(words: string): string {
  const lines = words.slice(3, -3).split('\n').slice(1);
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, lines.at(-1)?.trim() ? Infinity : (lines.at(-1)?.length ?? 0));
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}
