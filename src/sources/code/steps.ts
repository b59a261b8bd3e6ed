import type { Expression, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { child, childrenOf, named, type ToStatements } from './adapter.ts';
import { part } from './shapes.ts';

/** Ready-made translations of statements. */

export const nothing: ToStatements = () => [];

/** Its parts stand there as if it was not: `defer`, `unsafe`, a section. */
export const inline =
  (field?: string): ToStatements =>
  (node, x) =>
    x.statements(field ? child(node, field) : node);

export const runs =
  (field?: string): ToStatements =>
  (node, x) => {
    const inner = part(node, field);
    return inner ? x.statement(inner) : [];
  };

export const block =
  (field?: string): ToStatements =>
  (node, x) => ({
    form: 'block',
    body: x.statements(field ? child(node, field) : node),
    place: x.place(node),
  });

export const returns =
  (field?: string): ToStatements =>
  (node, x) => {
    const value = part(node, field);
    return { form: 'return', ...(value && { value: x.expression(value) }), place: x.place(node) };
  };

/** `break`, `continue`; what a `throw` makes still runs. */
export const leave: ToStatements = (node, x) => {
  const place = x.place(node);
  const value = named(node)[0];
  const thrown: Statement[] = value ? [{ form: 'run', expression: x.expression(value), place }] : [];
  return [...thrown, { form: 'leave', place }];
};

export const branch =
  (condition: string, then: string, otherwise: string): ToStatements =>
  (node, x) => ({
    form: 'branch',
    condition: x.expression(child(node, condition), node),
    then: x.statements(child(node, then)),
    otherwise: childrenOf(node, otherwise).flatMap((each) => x.statement(each)),
    place: x.place(node),
  });

/** What runs only if something that is not followed happens: `except`, `catch`, `rescue`. */
export function perhaps(body: Statement[], place: Place, reason: string): Statement {
  return { form: 'branch', condition: { form: 'opaque', reason, place }, then: body, otherwise: [], place };
}

export const loop =
  (body: string, bind?: string, over?: string): ToStatements =>
  (node, x) => {
    const variable = bind ? child(node, bind) : undefined;
    const through = over ? child(node, over) : undefined;
    return {
      form: 'loop',
      ...(variable && { bind: x.words(variable) }),
      ...(through && { over: x.expression(through) }),
      body: x.statements(child(node, body)),
      place: x.place(node),
    };
  };

/** Takes an entry out of a map: `del p[k]`, `unset($p[k])`. */
export function removal(of: Expression, key: Expression): Statement {
  const place = { ...of.place, end: key.place.end };
  const callee: Expression = { form: 'member', of, name: { form: 'literal', value: 'pop', place }, place };
  return {
    form: 'run',
    expression: { form: 'call', callee, args: [{ value: key, place: key.place }], place },
    place,
  };
}
