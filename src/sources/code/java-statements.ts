import type { Expression } from '../../evaluate/form.ts';
import { allOfType, child, named, ofType, type ToStatements, type Translation } from './adapter.ts';
import { bodyOf } from './braces.ts';
import type { Node } from './grammar.ts';
import { typeOf } from './java-classes.ts';

export const labels = (node: Node, x: Translation): Expression[] =>
  allOfType(node, 'switch_label').flatMap((label) => named(label).map((each) => x.expression(each)));

/** A group of labels with a colon falls through, unless it ends by itself. */
export const switchStatement: ToStatements = (node, x) => {
  const subject = child(node, 'condition');
  const cases = allOfType(child(node, 'body') ?? node, 'switch_block_statement_group', 'switch_rule').map(
    (each) => {
      const body = named(each)
        .filter((part) => part.type !== 'switch_label')
        .flatMap((part) => bodyOf(part, x));
      const last = body.at(-1)?.form;
      const ends = each.type === 'switch_rule' || last === 'leave' || last === 'return';
      return { tests: labels(each, x), body, ...(!ends && { fallsThrough: true }) };
    },
  );
  return { form: 'switch', subject: x.expression(subject, node), cases, place: x.place(node) };
};

export const importDeclaration: ToStatements = (node, x) => {
  const path = ofType(node, 'scoped_identifier', 'identifier');
  if (!path) return [];
  const symbol = x.words(path).replace(/\s/g, '');
  const last = symbol.slice(symbol.lastIndexOf('.') + 1);
  return { form: 'import', name: ofType(node, 'asterisk') ? '*' : last, symbol, place: x.place(node) };
};

export const resource: ToStatements = (node, x) => {
  const variable = child(node, 'name');
  if (!variable) return [];
  const type = typeOf(child(node, 'type'), x);
  const value = x.expression(child(node, 'value'), node);
  return { form: 'bind', name: x.words(variable), value, ...(type && { type }), place: x.place(node) };
};
