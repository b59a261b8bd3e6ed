import type { Expression } from '../../evaluate/form.ts';
import { named, type ToExpression } from './adapter.ts';
import type { Node } from './grammar.ts';
import { literal } from './shapes.ts';
import { unescaped } from './text.ts';

/** `"a${b}c"`, `"a$b c"`: of the second, the grammar says no more than that a `$` stands there. */
export const text: ToExpression = (node, x) => {
  const raw = node.type === 'multiline_string_literal';
  const parts: Expression[] = [];
  const addText = (words: string, at: Node, from = at.start) => {
    if (!words) return;
    const place = { ...x.place(at), start: from };
    const last = parts.at(-1);
    const value = raw ? words : unescaped(words);
    if (last?.form === 'literal')
      Object.assign(last, { value: `${last.value}${value}`, place: { ...last.place, end: at.end } });
    else parts.push(literal(value, place));
  };
  const pieces = named(node);
  pieces.forEach((each, at) => {
    const words = x.words(each);
    const before = pieces[at - 1];
    const variable = before && x.words(before) === '$' ? /^[A-Za-z_]\w*/.exec(words)?.[0] : undefined;
    if (each.type === 'interpolation') parts.push(x.expression(named(each)[0], each));
    else if (variable) {
      parts.push({
        form: 'reference',
        name: variable,
        place: { ...x.place(each), end: each.start + variable.length },
      });
      addText(words.slice(variable.length), each, each.start + variable.length);
    } else if (words !== '$' || !/^[A-Za-z_]/.test(x.words(pieces[at + 1] ?? each))) addText(words, each);
  });
  const place = x.place(node);
  if (parts.length === 0) return literal('', place);
  const [only] = parts;
  if (parts.length === 1 && only?.form === 'literal') return literal(only.value, place);
  return { form: 'template', parts, place };
};
