import type { ts } from 'ts-morph';
import type { Expression, Statement } from '../../evaluate/form.ts';
import type { Translation } from './translation.ts';

export type ToExpression = (node: ts.Node, x: Translation) => Expression;
export type ToStatements = (node: ts.Node, x: Translation) => Statement[];

/** Says what a node of one kind is in the form: an entry of the tables below. */
export function on<N extends ts.Node, R>(
  kind: N['kind'] | N['kind'][],
  make: (node: N, x: Translation) => R,
): [ts.SyntaxKind, (node: ts.Node, x: Translation) => R][] {
  const kinds = Array.isArray(kind) ? kind : [kind];
  return kinds.map((each) => [each, make as unknown as (node: ts.Node, x: Translation) => R]);
}
