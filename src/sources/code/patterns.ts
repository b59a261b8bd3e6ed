import type { Expression, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { named, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { literal } from './shapes.ts';

/** How a language writes several targets at once: `a, (b, *c) = d`. */
export interface Patterns {
  /** Types of nodes that hold targets. */
  several: readonly string[];
  /** Types of nodes that hold the rest: `*c`. */
  rest: readonly string[];
  /** Types of nodes that lay out several values: `1, 2`. */
  values: readonly string[];
  /** Gives one plain target its value. */
  one(target: Node, value: Expression, place: Place, x: Translation): Statement;
}

/** Gives every target in a pattern its part of a value. */
export function destructure(
  target: Node,
  value: Node | undefined,
  around: Node,
  patterns: Patterns,
  x: Translation,
): Statement[] {
  const place = x.place(around);
  if (!patterns.several.includes(target.type)) {
    return [patterns.one(target, x.expression(value, around), place, x)];
  }
  const targets = named(target);
  const values = value && patterns.values.includes(value.type) ? named(value) : [];
  if (values.length === targets.length && !targets.some((each) => patterns.rest.includes(each.type))) {
    return targets.flatMap((each, at) => destructure(each, values[at], around, patterns, x));
  }
  return takeApart(target, x.expression(value, around), around, patterns, x);
}

/** Gives every target in a pattern its part of what an expression is. */
export function takeApart(
  target: Node,
  value: Expression,
  around: Node,
  patterns: Patterns,
  x: Translation,
): Statement[] {
  const place = x.place(around);
  if (!patterns.several.includes(target.type)) return [patterns.one(target, value, place, x)];
  const whole: Expression = {
    form: 'reference',
    name: `parts:${around.start}:${target.start}`,
    place: value.place,
  };
  const parts = named(target).flatMap((each, at) => {
    if (patterns.rest.includes(each.type)) {
      const reason = 'the rest of a list';
      const inner = named(each)[0];
      return inner ? [patterns.one(inner, { form: 'opaque', reason, place: value.place }, place, x)] : [];
    }
    const part: Expression = {
      form: 'member',
      of: whole,
      name: literal(at, value.place),
      place: value.place,
    };
    return takeApart(each, part, around, patterns, x);
  });
  return [{ form: 'bind', name: whole.name, value, place }, ...parts];
}
