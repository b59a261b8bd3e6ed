import { textOf, type Unknown, type Value } from '../model/value.ts';
import type { Condition, Operator, PolicyFault } from './form.ts';
import { nearest } from './nearest.ts';
import { operatorNames, operatorOf } from './operators.ts';
import { termsOf, unknownOf } from './parts.ts';

/** The conditions of a statement; unknown where there may be others than those that are seen. */
export function readConditions(value: Value, faults: PolicyFault[]): Condition[] | Unknown {
  const operators = rowsOf(value, 'Condition takes an object of operators', faults);
  if (!Array.isArray(operators)) return operators;
  const conditions: Condition[] = [];
  for (const { name, at, held } of operators) {
    const operator = operatorOf(name);
    if (!operator) faults.push(noOperator(name, at));
    const keys = rowsOf(held, `${name} takes an object of condition keys`, faults);
    if (!Array.isArray(keys)) return keys;
    if (operator) conditions.push(...keys.map((row) => conditionOf(operator, row, faults)));
  }
  return conditions;
}

interface Row {
  name: string;
  at: Value;
  held: Value;
}

function rowsOf(value: Value, expected: string, faults: PolicyFault[]): Row[] | Unknown {
  const unseen = unknownOf(value);
  if (unseen) return unseen;
  if (value.is !== 'record') {
    if (value.is !== 'absent') faults.push({ message: expected, at: value });
    return [];
  }
  const doubt = value.rest ?? value.entries.map(({ name }) => unknownOf(name)).find((each) => each);
  if (doubt) return doubt;
  const rows = value.entries.map(({ name, value: held }) => ({ name: textOf(name) ?? '', at: name, held }));
  const names = new Set<string>();
  for (const { name, at } of rows) {
    if (names.has(name)) faults.push({ message: `"${name}" is given twice`, at });
    names.add(name);
  }
  return rows.filter(({ held }) => held.is !== 'absent');
}

function conditionOf(operator: Operator, { name, at, held }: Row, faults: PolicyFault[]): Condition {
  const terms = termsOf(held, name, faults);
  if (!name.includes(':')) faults.push({ message: `a condition key is "service:key", not "${name}"`, at });
  for (const { text, value } of terms) {
    if (operator.base === 'Null' && text !== undefined && !/^(true|false)$/i.test(text)) {
      faults.push({ message: `Null takes true (the key is absent) or false, not "${text}"`, at: value });
    }
  }
  return { operator, key: name, terms, value: held };
}

const bareNames = operatorNames.flatMap((name) => (name === 'Null' ? [name] : [name, `${name}IfExists`]));

function noOperator(name: string, at: Value): PolicyFault {
  const set = /^(ForAllValues|ForAnyValue):/i.exec(name)?.[0] ?? '';
  const near = nearest(name.slice(set.length), bareNames);
  const meant = near && set + near;
  const accepted = meant ? `: did you mean "${meant}"?` : '';
  return {
    message: `"${name}" is no condition operator${accepted}`,
    at,
    ...(meant ? { nearest: meant } : {}),
  };
}
