import { ts } from 'ts-morph';
import type { Expression, Statement, Switch } from '../../evaluate/form.ts';
import type { Translation } from './translation.ts';

type Case = Switch['cases'][number];

/** Empty cases belong to the next; a case that does not end in `break`, `return` or `throw` falls through. */
export function switchStatement(node: ts.SwitchStatement, x: Translation): Statement[] {
  const subject = x.expression(node.expression);
  const cases: Case[] = [];
  let waiting: Expression[] = [];
  let isDefault = false;
  for (const clause of node.caseBlock.clauses) {
    if (ts.isCaseClause(clause)) waiting.push(x.expression(clause.expression));
    else isDefault = true;
    if (clause.statements.length === 0) continue;
    cases.push(toCase(clause, isDefault ? [] : waiting, x));
    waiting = [];
    isDefault = false;
  }
  return [{ form: 'switch', subject, cases, place: x.place(node) }];
}

function toCase(clause: ts.CaseOrDefaultClause, tests: Expression[], x: Translation): Case {
  const [only] = clause.statements;
  const inside =
    clause.statements.length === 1 && only && ts.isBlock(only) ? only.statements : clause.statements;
  const last = inside.at(-1);
  const breaks = last !== undefined && ts.isBreakStatement(last);
  const body = x.body(breaks ? inside.slice(0, -1) : inside);
  return { tests, body, ...(!breaks && !isLeaving(last) && { fallsThrough: true }) };
}

function isLeaving(node: ts.Statement | undefined): boolean {
  return (
    node !== undefined &&
    (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isContinueStatement(node))
  );
}
