import type { Place } from '../../model/place.ts';
import { combine, known, mapArms, oneOf, unknown, type Value } from '../../model/value.ts';
import { textForm } from './text.ts';

/** Conditions: known true or false, or one of both by a choice, so that all that hangs on a condition hangs together. */

/** A value as a condition. What is unknown becomes a choice, the same one for the same origin. */
export function truthOf(value: Value, words: string): Value {
  return mapArms(value, (plain) => {
    if (plain.is === 'known')
      return known(plain.value === true || plain.value === 'true' || plain.value === 1, at(plain.place));
    if (plain.is === 'absent') return known(false);
    if (plain.is === 'unknown') return either(plain.origin ?? words, `\`${words}\``);
    return unknown('no condition');
  });
}

function at(place: Place | undefined) {
  return place ? { place } : {};
}

function either(choice: string, words: string): Value {
  return oneOf(choice, [
    { when: `${words} holds`, value: known(true) },
    { when: `${words} does not hold`, value: known(false) },
  ]);
}

export function negate(condition: Value): Value {
  return mapArms(condition, (plain) =>
    plain.is === 'known' ? { ...plain, value: plain.value !== true } : plain,
  );
}

/** The value of the arm that is taken; arms that cannot be reached are not evaluated. */
export function choose(condition: Value, then: () => Value, otherwise: () => Value): Value {
  if (condition.is === 'known') return condition.value === true ? then() : otherwise();
  if (condition.is !== 'oneOf') return unknown('which arm is taken cannot be known');
  const [yes, no] = [then(), otherwise()];
  const wrapped = (value: Value): Value => (value.is === 'oneOf' ? { ...value } : value);
  return oneOf(
    condition.choice,
    condition.arms.map((arm) => ({
      when: arm.when,
      value: wrapped(
        choose(
          arm.value,
          () => yes,
          () => no,
        ),
      ),
    })),
  );
}

const orders: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** `==`, `!=`, `<`, … */
export function compare(operator: string, a: Value, b: Value, words: string, place: Place): Value {
  return combine(a, b, (left, right) => {
    const given = givenness(operator, left, right);
    if (given) return given;
    if (operator === '!=') return negate(equal(left, right, words, place));
    if (operator === '==') return equal(left, right, words, place);
    const order = orders[operator];
    if (order && left.is === 'known' && right.is === 'known')
      return known(order(Number(left.value), Number(right.value)), { place });
    return either(words, `\`${words}\``);
  });
}

const isNothing = (value: Value) => value.is === 'absent' || (value.is === 'known' && value.value === null);
const isEmpty = (value: Value) => isNothing(value) || (value.is === 'known' && value.value === '');

function equal(a: Value, b: Value, words: string, place: Place): Value {
  if (isNothing(a) || isNothing(b)) return known(isNothing(a) && isNothing(b), { place });
  if (a.is === 'known' && b.is === 'known')
    return known(a.value === b.value || String(a.value) === String(b.value), { place });
  const [x, y] = [textForm(a), textForm(b)];
  if (x !== undefined && x === y) return known(true, { place });
  if (b.is === 'known' && typeof b.value === 'boolean')
    return b.value ? truthOf(a, words) : negate(truthOf(a, words));
  if (isEmptyList(a) && isEmptyList(b)) return known(true, { place });
  return either(x !== undefined && y !== undefined ? `${x} == ${y}` : words, `\`${words}\``);
}

const isEmptyList = (value: Value) => value.is === 'list' && !value.rest && value.items.length === 0;

/** `x != null`, `x == ""`, `length(x) > 0` are one choice: whether x is given. What a resource is called is always given. */
function givenness(operator: string, a: Value, b: Value): Value | undefined {
  if (a.is !== 'unknown') return undefined;
  const length = /^length\((.*)\)$/.exec(a.origin ?? '')?.[1];
  const counted = length !== undefined && b.is === 'known' ? sizes[`${operator} ${b.value}`] : undefined;
  const emptiness = (operator === '==' || operator === '!=') && isEmpty(b);
  if (counted === undefined && !emptiness) return undefined;
  const isGiven = counted ?? operator === '!=';
  const condition = given(length ?? a.origin);
  return condition && (isGiven ? condition : negate(condition));
}

const sizes: Record<string, boolean> = {
  '> 0': true,
  '!= 0': true,
  '>= 1': true,
  '== 0': false,
  '< 1': false,
  '== 1': true,
};

function given(origin: string | undefined): Value | undefined {
  if (origin === undefined) return undefined;
  if (!isInput(origin)) return known(true);
  return oneOf(givenChoice(origin), [
    { when: `\`${origin}\` is given`, value: known(true) },
    { when: `\`${origin}\` is not given`, value: known(false) },
  ]);
}

/** The choice whether an input is given. */
export const givenChoice = (origin: string) => `given:${origin}`;
export const notGiven = (origin: string) => `\`${origin}\` is not given`;

/** What may be null or empty: an input, not something that is made. */
function isInput(origin: string): boolean {
  return (
    /^(module\..*)?(var|local|each|module|data\.terraform_remote_state)\b/.test(origin) ||
    !origin.includes('.')
  );
}
