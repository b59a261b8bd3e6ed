import { keyOf } from '../data.ts';
import type { Condition, Scalars } from '../form.ts';
import { comparisonOf } from '../operators.ts';
import type { LookUp } from '../variables.ts';
import type { Dimension, Option } from './dimension.ts';
import { valuesOf } from './values.ts';

/** Keys that every request carries (IAM reference: global condition keys). */
const always = [
  'aws:currenttime',
  'aws:epochtime',
  'aws:requestedregion',
  'aws:resourceaccount',
  's3:resourceaccount',
  'kms:calleraccount',
];

const mostOfMany = 4;

/** The values that one context key may have, as far as its conditions can tell them apart. */
export function keyDimension(key: string, conditions: Condition[], lookUps: LookUp[]): Dimension {
  const lower = key.toLowerCase();
  const many = keyOf(key)?.type === 'ArrayOfString';
  const { texts, complete } = valuesOf(key, conditions, lookUps);
  const values: Scalars[][] = many ? subsets(texts) : texts.map((text) => [text]);
  const present = values.map((value): Option => {
    const outside = !value.some((each) => isNamed(String(each), conditions));
    return { context: { [key]: many ? value : value[0]! }, ...(outside ? { outside: [lower] } : {}) };
  });
  const absent: Option[] = always.includes(lower) ? [] : [{ outside: [lower] }];
  const enough = complete && !(many && texts.length > mostOfMany);
  return {
    name: lower,
    keys: [lower],
    options: [...absent, ...present],
    ...(enough ? {} : { incomplete: `the values of ${key} are too many to tell apart` }),
  };
}

/** Whether a condition names this value; one that names every value does not count. */
export function isNamed(value: string, conditions: Condition[]): boolean {
  return conditions.some(({ operator, terms }) => {
    const { kind, fits } = comparisonOf(operator);
    if (kind === 'null') return false;
    return terms.some(({ text }) => text !== undefined && !/^[*?:]+$|\/0$/.test(text) && fits(value, text));
  });
}

function subsets(texts: string[]): string[][] {
  if (texts.length > mostOfMany) {
    const pairs = texts.flatMap((a, at) => texts.slice(at + 1).map((b) => [a, b]));
    return [...texts.map((text) => [text]), ...pairs, texts];
  }
  const all = Array.from({ length: 2 ** texts.length }, (_, bits) =>
    texts.filter((_, at) => bits & (1 << at)),
  );
  return all.filter((set) => set.length > 0).sort((a, b) => a.length - b.length);
}
