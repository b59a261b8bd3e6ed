import { allOfType, child, named, ofType, type ToStatements } from './adapter.ts';
import { bodyOf, forEach } from './braces.ts';
import { patternBinds } from './csharp-classes.ts';
import { tests } from './csharp-expressions.ts';
import type { Node } from './grammar.ts';

const isLabel = (node: Node): boolean => /_pattern$|^discard$|^when_clause$/.test(node.type);

/** Sections without statements share those of the next. */
export const switchStatement: ToStatements = (node, x) => {
  const sections = allOfType(child(node, 'body') ?? node, 'switch_section');
  const cases = sections.map((each) => {
    const body = named(each)
      .filter((part) => !isLabel(part))
      .flatMap((part) => x.statement(part));
    const labels = named(each).filter((part) => isLabel(part) && part.type !== 'when_clause');
    return {
      tests: labels.flatMap((label) => tests(label, x)),
      body,
      ...(body.length === 0 && { fallsThrough: true }),
    };
  });
  return { form: 'switch', subject: x.expression(child(node, 'value'), node), cases, place: x.place(node) };
};

export const using: ToStatements = (node, x) => {
  const path = named(node).find((each) => each.field !== 'name');
  if (!path) return [];
  const alias = child(node, 'name');
  const symbol = x.words(path).replace(/\s|^global::/g, '');
  return { form: 'import', name: alias ? x.words(alias) : '*', symbol, place: x.place(node) };
};

export const usingStatement: ToStatements = (node, x) => {
  const opened = named(node).find((each) => each.field !== 'body');
  return {
    form: 'block',
    body: [...x.statement(opened), ...bodyOf(child(node, 'body'), x)],
    place: x.place(node),
  };
};

export const conditionalPart: ToStatements = (node, x) => ({
  form: 'branch',
  condition: { form: 'opaque', reason: 'a condition of the preprocessor', place: x.place(node) },
  then: named(node)
    .filter((each) => !each.field)
    .flatMap((each) => x.statement(each)),
  otherwise: named(node)
    .filter((each) => each.field === 'alternative')
    .flatMap((each) => x.statements(each)),
  place: x.place(node),
});

export const foreachStatement: ToStatements = (node, x) => {
  const made = [forEach('left', 'right')(node, x)].flat()[0];
  const pattern = ofType(node, 'tuple_pattern');
  if (made?.form !== 'loop' || !pattern) return made ?? [];
  return { ...made, bind: undefined, body: [...patternBinds(pattern, undefined, x), ...made.body] };
};
