import { evaluate } from './expressions.ts';
import type { Expression } from './form.ts';
import type { Frame } from './frame.ts';
import type { Thing } from './thing.ts';

/** A condition as a choice: equal conditions of one function are one choice, also when negated. */
export interface Condition {
  choice: string;
  yes: string;
  no: string;
}

export function conditionOf(condition: Expression, frame: Frame): Condition {
  const { inner, negated } = stripNegation(condition);
  const { file, text } = frame.scope.program;
  const words = shorten(wordsOf(inner, text));
  const scope = identityOf(inner, frame) ?? `${file}:${frame.around}`;
  const choice = isPlain(inner) ? `${scope}:${words}` : `${file}:${inner.place.start}`;
  const holds = `\`${words}\` holds`;
  const fails = `\`${words}\` does not hold`;
  return negated ? { choice, yes: fails, no: holds } : { choice, yes: holds, no: fails };
}

const unequal = /^!==?$/;

/** `a != b` is `a == b`, negated. */
function stripNegation(condition: Expression): { inner: Expression; negated: boolean } {
  if (condition.form !== 'operation') return { inner: condition, negated: false };
  if (unequal.test(condition.operator)) {
    return { inner: { ...condition, operator: condition.operator.replace('!', '=') }, negated: true };
  }
  const [operand] = condition.operands;
  if (condition.operator !== '!' || !operand) return { inner: condition, negated: false };
  const { inner, negated } = stripNegation(operand);
  return { inner, negated: !negated };
}

function wordsOf(inner: Expression, text: string): string {
  if (inner.form !== 'operation' || !/^===?$/.test(inner.operator)) {
    return text.slice(inner.place.start, inner.place.end);
  }
  return inner.operands.map(({ place }) => text.slice(place.start, place.end)).join(` ${inner.operator} `);
}

/** What a comparison is about, where that is the same in other functions too: a field of this object, say. */
function identityOf(inner: Expression, frame: Frame): string | undefined {
  if (!isPlain(inner)) return undefined;
  const compared = inner.form === 'operation' ? inner.operands : [inner];
  const found = compared.map((each) => {
    const thing = evaluate(each, frame);
    if (thing.is === 'known') return JSON.stringify(thing.value);
    return thing.is === 'unknown' ? thing.origin : undefined;
  });
  return found.every((each) => each !== undefined) ? found.join(' ') : undefined;
}

/** Without calls: its value does not change from one evaluation to the next. */
function isPlain(expression: Expression): boolean {
  switch (expression.form) {
    case 'literal':
    case 'reference':
      return true;
    case 'member':
      return isPlain(expression.of) && isPlain(expression.name);
    case 'operation':
      return expression.operands.every(isPlain);
    default:
      return false;
  }
}

export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** Whether a thing counts as true, where that can be told in every language alike. */
export function truth(thing: Thing): boolean | undefined {
  if (thing.is === 'absent') return false;
  if (thing.is === 'known') {
    if (thing.value === null || thing.value === false) return false;
    return thing.value === '' || thing.value === 0 ? undefined : true;
  }
  const isMade = thing.is === 'instance' && thing.type === undefined;
  return isMade || thing.is === 'function' || thing.is === 'class' ? true : undefined;
}
