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
  const words = shorten(text.slice(inner.place.start, inner.place.end));
  const choice = isPlain(inner) ? `${file}:${frame.around}:${words}` : `${file}:${inner.place.start}`;
  const holds = `\`${words}\` holds`;
  const fails = `\`${words}\` does not hold`;
  return negated ? { choice, yes: fails, no: holds } : { choice, yes: holds, no: fails };
}

function stripNegation(condition: Expression): { inner: Expression; negated: boolean } {
  if (condition.form !== 'operation') return { inner: condition, negated: false };
  const [operand] = condition.operands;
  if (condition.operator !== '!' || !operand) return { inner: condition, negated: false };
  const { inner, negated } = stripNegation(operand);
  return { inner, negated: !negated };
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
