import type { Expression, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';

/** Where the last statement of a body is its value (Ruby, Rust, Swift): hands that value on, in every arm. */
export function lastInto(
  body: Statement[],
  give: (value: Expression) => Statement,
  place: Place,
): Statement[] {
  const last = body.at(-1);
  const before = body.slice(0, -1);
  if (!last) return [give({ form: 'literal', value: null, place })];
  switch (last.form) {
    case 'run':
      return [...before, give(last.expression)];
    case 'assign':
      return [...body, give(last.target)];
    case 'bind':
      return [...body, give({ form: 'reference', name: last.name, place: last.place })];
    case 'block':
      return [...before, { ...last, body: lastInto(last.body, give, last.place) }];
    case 'branch':
      if (last.condition.form === 'opaque') return [...lastInto(before, give, place), last];
      return [
        ...before,
        {
          ...last,
          then: lastInto(last.then, give, last.place),
          otherwise: lastInto(last.otherwise, give, last.place),
        },
      ];
    case 'switch':
      return [
        ...before,
        {
          ...last,
          cases: last.cases.map((each) => ({ ...each, body: lastInto(each.body, give, last.place) })),
        },
      ];
    default:
      return body;
  }
}

export function returningLast(body: Statement[], place: Place): Statement[] {
  return lastInto(body, (value) => ({ form: 'return', value, place: value.place }), place);
}

/** The value of a body where an expression stands: itself where it is one, else what a function of it returns. */
export function valueOfBody(body: Statement[], place: Place): Expression {
  const [only] = body;
  if (body.length === 0) return { form: 'literal', value: null, place };
  if (body.length === 1 && only) {
    if (only.form === 'run') return only.expression;
    if (only.form === 'block') return valueOfBody(only.body, place);
    if (only.form === 'branch' && only.condition.form !== 'opaque') {
      const { condition } = only;
      return {
        form: 'choice',
        condition,
        then: valueOfBody(only.then, place),
        otherwise: valueOfBody(only.otherwise, place),
        place,
      };
    }
  }
  const form = { params: [], body: returningLast(body, place), place };
  return { form: 'call', callee: { form: 'lambda', function: form, place }, args: [], place };
}
