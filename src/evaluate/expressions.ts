import type { Place } from '../model/place.ts';
import { absent, known, unknown } from '../model/value.ts';
import { call } from './calls.ts';
import { conditionOf, shorten, truth } from './choices.ts';
import type { Choice, Expression, ListExpression, Operation, Reference, Template } from './form.ts';
import { type Frame, make } from './frame.ts';
import { isSpread, layRecord } from './lay.ts';
import { literalName, member } from './members.ts';
import { sided } from './sides.ts';
import { type FunctionThing, mapThing, type Thing } from './thing.ts';

/** Follows an expression to what it is at this moment. */
export function evaluate(expression: Expression, frame: Frame): Thing {
  if (frame.run.spent) return unknown('too much to follow', { place: expression.place });
  switch (expression.form) {
    case 'literal':
      return known(expression.value, { place: expression.place });
    case 'reference':
      return refer(expression, frame);
    case 'member':
      return member(
        evaluate(expression.of, frame),
        memberName(expression.name, frame),
        expression.place,
        frame,
      );
    case 'record':
      return layRecord(expression, frame);
    case 'list':
      return layList(expression, frame);
    case 'call':
      return call(expression, frame);
    case 'choice':
      return choose(expression, frame);
    case 'template':
      return interpolate(expression, frame);
    case 'operation':
      return operate(expression, frame);
    case 'lambda':
      return meet(
        { is: 'function', function: expression.function, scope: frame.scope, place: expression.place },
        frame,
      );
    case 'opaque':
      for (const part of expression.parts ?? []) evaluate(part, frame);
      return unknown(expression.reason, { place: expression.place, origin: originOf(expression.place) });
  }
}

/** A function of this file is run for its own sake once its home has ended. */
export function meet(of: FunctionThing, frame: Frame): FunctionThing {
  const bound = frame.self ? { ...of, self: frame.self } : of;
  if (frame.home) frame.run.met.push({ of: bound, frame });
  return bound;
}

export function originOf(place: Place): string {
  return `${place.file}:${place.start}`;
}

function memberName(name: Expression, frame: Frame): string | undefined {
  return literalName(evaluate(name, frame));
}

function refer(reference: Reference, frame: Frame): Thing {
  const { name, place } = reference;
  if (name === 'this') return frame.self ?? unknown('`this` is not known here', { place, origin: 'this' });
  const cell = frame.scope.find(name);
  const found = cell === undefined ? undefined : frame.state.get(cell);
  if (found) return found.is === 'symbol' || found.place === undefined ? { ...found, place } : found;
  return { is: 'symbol', symbol: `*.${name}`, place };
}

function layList(expression: ListExpression, frame: Frame): Thing {
  const items: Thing[] = [];
  let rest = undefined as ReturnType<typeof unknown> | undefined;
  for (const item of expression.items) {
    if (!isSpread(item)) {
      items.push(evaluate(item, frame));
      continue;
    }
    const spread = evaluate(item.spread, frame);
    const contents = spread.is === 'instance' ? frame.state.contents(spread.id) : undefined;
    if (contents?.items) items.push(...contents.items);
    if (!contents?.items || contents.rest) rest = unknown('what is spread here cannot be followed', item);
  }
  return make(frame, expression.place, { entries: new Map(), items, rest });
}

function choose(choice: Choice, frame: Frame): Thing {
  const condition = evaluate(choice.condition, frame);
  const decided = holds(choice, condition);
  if (decided !== undefined && condition.is !== 'many') {
    return evaluate(decided ? choice.then : choice.otherwise, frame);
  }
  const then = choice.then === choice.condition ? condition : evaluate(choice.then, frame);
  // What `a && b` gives where `a` does not hold is nothing that could be spread or sent.
  const otherwise = choice.otherwise === choice.condition ? absent : evaluate(choice.otherwise, frame);
  const given = sided(condition, conditionOf(choice.condition, frame), then, otherwise, (arm) =>
    holds(choice, arm),
  );
  return given.is === 'many' ? { ...given, place: choice.place } : given;
}

function holds(choice: Choice, condition: Thing): boolean | undefined {
  return choice.nullish && condition.is === 'known' ? condition.value !== null : truth(condition);
}

function interpolate(template: Template, frame: Frame): Thing {
  const parts = template.parts.map((part) => evaluate(part, frame));
  return concatenate(parts, template.place);
}

/** Joins texts; arms of one choice are kept as long as there are few of them. */
export function concatenate(parts: Thing[], place: Place): Thing {
  let joined: Thing = known('', { place });
  for (const part of parts) {
    joined = mapThing(joined, (before) => mapThing(part, (next) => append(before, next, place)));
  }
  return joined;
}

function append(before: Thing, next: Thing, place: Place): Thing {
  if (before.is === 'unknown') return before;
  if (before.is !== 'known' || next.is !== 'known') {
    const origin = next.is === 'unknown' && next.origin ? `${originOf(place)}(${next.origin})` : undefined;
    const reason = next.is === 'unknown' ? next.reason : 'a part of this text cannot be known';
    return unknown(reason, { place, origin });
  }
  const secret = before.secret ?? next.secret;
  return { ...known(`${before.value ?? ''}${next.value ?? ''}`, { place }), ...(secret && { secret }) };
}

function operate(operation: Operation, frame: Frame): Thing {
  const operands = operation.operands.map((operand) => evaluate(operand, frame));
  const { place } = operation;
  frame.run.listener.compared?.(operation.operator, operands, place, frame);
  const [first, second] = operands;
  if (first && (operation.operator === '!' || (second && isEquality(operation.operator)))) {
    return mapThing(first, (a) => mapThing(second ?? absent, (b) => decide(operation, a, b, frame)));
  }
  return notCalculated(operation, frame);
}

/** `!a`, `a === b`, where both are known. */
function decide(operation: Operation, a: Thing, b: Thing, frame: Frame): Thing {
  const { operator, place } = operation;
  if (operator === '!') {
    const decided = truth(a);
    return decided === undefined ? notCalculated(operation, frame) : known(!decided, { place });
  }
  if (!comparable(a) || !comparable(b)) return notCalculated(operation, frame);
  return known((plain(a) === plain(b)) !== operator.startsWith('!'), { place });
}

function notCalculated({ place }: Operation, frame: Frame): Thing {
  const words = shorten(frame.scope.program.text.slice(place.start, place.end));
  return unknown(`\`${words}\` is not calculated`, { place, origin: originOf(place) });
}

function isEquality(operator: string): boolean {
  return operator === '==' || operator === '===' || operator === '!=' || operator === '!==';
}

function comparable(thing: Thing): boolean {
  return thing.is === 'known' || thing.is === 'absent';
}

function plain(thing: Thing): unknown {
  return thing.is === 'known' ? thing.value : null;
}
