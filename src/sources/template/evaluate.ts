import type {
  Call,
  Choice,
  Entry,
  Expression,
  Lambda,
  Operation,
  RecordExpression,
  Spread,
} from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import {
  absent,
  combine,
  known,
  list,
  mapArms,
  type RecordEntry,
  record,
  unknown,
  type Value,
} from '../../model/value.ts';
import { choose, compare, negate, truthOf } from './conditions.ts';
import { each, memberOf } from './members.ts';
import { joinTexts, textForm } from './text.ts';

/** A step from a name: `.bucket`, `[0]`, `["x"]`. */
export interface Step {
  name: Value;
  place: Place;
}

/** What names and functions mean at one place of a template. */
export interface Environment {
  /** A name with the steps after it, and how many of them it took; undefined where the name means nothing here. */
  refer(name: string, steps: Step[], place: Place): { value: Value; taken: number } | undefined;
  call(name: string, args: Value[], place: Place): Value | undefined;
  /** The words of a place, for messages. */
  words(place: Place): string;
}

/**
 * The value of an expression of a template. Templates have no order, no state and no objects that change, so values
 * are made directly; the interpreter of `src/evaluate` is for programs. `absent` is what HCL calls an error: `try` goes on.
 */
export function evaluate(expression: Expression, env: Environment): Value {
  const { place } = expression;
  switch (expression.form) {
    case 'literal':
      return known(expression.value, { place });
    case 'reference':
    case 'member':
      return reference(expression, env);
    case 'record':
      return record(entriesOf(expression, env), { place });
    case 'list':
      return listOf(expression.items, env, place);
    case 'call':
      return call(expression, env);
    case 'choice':
      return conditional(expression, env);
    case 'template':
      return joinTexts(
        expression.parts.map((part) => evaluate(part, env)),
        { place },
      );
    case 'operation':
      return operate(expression, env);
    case 'lambda':
      return unknown('a function', { place });
    case 'opaque':
      return unknown(expression.reason, { place });
  }
}

function reference(expression: Expression, env: Environment): Value {
  const steps: Step[] = [];
  let root = expression;
  while (root.form === 'member') {
    steps.unshift({ name: evaluate(root.name, env), place: root.place });
    root = root.of;
  }
  const { place } = expression;
  if (root.form !== 'reference') return follow(evaluate(root, env), steps, place);
  const found = env.refer(root.name, steps, place);
  if (found) return follow(found.value, steps.slice(found.taken), place);
  const words = env.words(place);
  return unknown(`\`${words}\` is not known here`, { place, origin: words });
}

function follow(value: Value, steps: Step[], place: Place): Value {
  return steps.reduce((at, step) => memberOf(at, step.name, place), value);
}

function entriesOf(expression: RecordExpression, env: Environment): RecordEntry[] {
  return expression.entries.flatMap((entry) => ('spread' in entry ? [] : [entryOf(entry, env)]));
}

function entryOf(entry: Entry, env: Environment): RecordEntry {
  const name = evaluate(entry.name, env);
  return { name, value: { ...evaluate(entry.value, env), name: name.place, entry: entry.place } };
}

function listOf(items: (Expression | Spread)[], env: Environment, place: Place): Value {
  return list(
    items.flatMap((item) => ('spread' in item ? [] : [evaluate(item, env)])),
    { place },
  );
}

function call(expression: Call, env: Environment): Value {
  const { callee, place, args } = expression;
  const name = callee.form === 'reference' ? callee.name : '';
  if (name === iteration.list || name === iteration.record) return iterate(expression, env);
  const given = args.flatMap((arg) => {
    const value = evaluate(arg.value, env);
    return arg.spread && value.is === 'list' && !value.rest ? value.items : [value];
  });
  const result = env.call(name, given, place);
  return (
    result ?? unknown(`\`${env.words(place)}\` is not followed`, { place, origin: originOf(name, given) })
  );
}

function originOf(name: string, args: Value[]): string | undefined {
  const texts = args.map(textForm);
  return texts.includes(undefined) ? undefined : `${name}(${texts.join(', ').replaceAll(/[⟨⟩]/g, '')})`;
}

/** How `[for …]`, `{for …}` and splats stand in the common form: calls with a lambda for each part. */
export const iteration = { list: '[for]', record: '{for}' };

/** Arguments: the collection, what each gives, and perhaps a condition; of a record also its name. */
function iterate(expression: Call, env: Environment): Value {
  const [over, gives, condition, named] = expression.args.map((arg) => arg.value);
  const { place } = expression;
  const collection = evaluate(over!, env);
  return each(collection, place, (key, value) => {
    const run = (of: Expression | undefined) =>
      of?.form === 'lambda' ? evaluate(bodyOf(of), binding(of, key, value, env)) : absent;
    const kept =
      condition?.form === 'lambda' ? truthOf(run(condition), env.words(condition.place)) : known(true);
    return { kept, name: named?.form === 'lambda' ? run(named) : undefined, value: run(gives) };
  });
}

function bodyOf(lambda: Lambda): Expression {
  const [body] = lambda.function.body;
  return body?.form === 'run' ? body.expression : { form: 'opaque', reason: 'no value', place: lambda.place };
}

/** With one name it is the value's, with two the key comes first. */
function binding(lambda: Lambda, key: Value, value: Value, env: Environment): Environment {
  const names = lambda.function.params.map((param) => param.name);
  const bound = new Map(
    names.length > 1
      ? [[names[0]!, key] as const, [names[1]!, value] as const]
      : [[names[0]!, value] as const],
  );
  return bind(env, bound);
}

export function bind(env: Environment, bound: ReadonlyMap<string, Value>): Environment {
  return {
    ...env,
    refer: (name, steps, place) => {
      const value = bound.get(name);
      return value ? { value, taken: 0 } : env.refer(name, steps, place);
    },
  };
}

function conditional(expression: Choice, env: Environment): Value {
  const condition = truthOf(evaluate(expression.condition, env), env.words(expression.condition.place));
  const value = choose(
    condition,
    () => evaluate(expression.then, env),
    () => evaluate(expression.otherwise, env),
  );
  return value.is === 'oneOf' ? { ...value, place: expression.place } : value;
}

const arithmetic: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

function operate(expression: Operation, env: Environment): Value {
  const { operator, place } = expression;
  const words = env.words(place);
  const [a = absent, b] = expression.operands.map((operand) => evaluate(operand, env));
  if (!b) {
    if (operator === '!') return negate(truthOf(a, words));
    return mapArms(a, (value) => (value.is === 'known' ? known(-Number(value.value), { place }) : value));
  }
  if (operator === '&&' || operator === '||') {
    const [left, right] = expression.operands.map((operand) => env.words(operand.place));
    const second = () => truthOf(b, right!);
    const first = truthOf(a, left!);
    return operator === '&&'
      ? choose(first, second, () => known(false))
      : choose(first, () => known(true), second);
  }
  const count = arithmetic[operator];
  if (!count) return compare(operator, a, b, words, place);
  return combine(a, b, (x, y) =>
    x.is === 'known' && y.is === 'known'
      ? known(count(Number(x.value), Number(y.value)), { place })
      : unknown(`\`${words}\` is not known here`, { place, origin: words }),
  );
}
