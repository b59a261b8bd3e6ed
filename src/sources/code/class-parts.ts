import type { ClassStatement, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';

/** What stands in the body of a class, in order. */
export interface ClassParts {
  fields: ClassStatement['fields'];
  methods: FunctionForm[];
  body: Statement[];
  /** Classes inside, which stand beside it in the form. */
  nested: Statement[];
}

/** A class with the classes inside it beside it; `Outer.Inner` still names each. */
export function classWith(
  parts: ClassParts,
  of: { name: string; bases: Expression[]; place: Place; exported?: boolean },
): Statement[] {
  const inner = parts.nested.flatMap((each): ClassStatement['fields'] => {
    if (each.form !== 'class') return [];
    const { name, place } = each;
    return [{ form: 'bind', name, value: { form: 'reference', name, place }, isStatic: true, place }];
  });
  const { fields, methods, body } = parts;
  return [...parts.nested, { form: 'class', ...of, fields: [...inner, ...fields], methods, body }];
}

/** Assigns a constructor's parameter to the field of its name. */
export function keepParameter({ name, place }: Parameter): Statement {
  return setOwn(name, { form: 'reference', name, place }, place);
}

/** The value of a field that others may set: it may be another. An empty one is there to be set. */
export function unlessSet(value: Expression, name: Place): Expression | undefined {
  if (value.form === 'literal' && (value.value === '' || value.value === null)) return undefined;
  const set: Expression = { form: 'opaque', reason: 'it can be set from outside', place: name };
  return { form: 'choice', condition: set, then: set, otherwise: value, place: value.place };
}

function setOwn(name: string, value: Expression, place: Place): Statement {
  const of: Expression = { form: 'reference', name: 'this', place: { ...place, end: place.start } };
  const target: Expression = { form: 'member', of, name: { form: 'literal', value: name, place }, place };
  return { form: 'assign', target, operator: '=', value, place };
}

/**
 * A constructor in the head of a class: its parameters are seen by the values of fields, which are therefore set
 * in it, in order.
 */
export function primaryConstructor(
  parts: ClassParts,
  params: Parameter[],
  kept: Parameter[],
  place: Place,
): void {
  const body: Statement[] = kept.map(keepParameter);
  for (const field of parts.fields) {
    if (!field.value || field.isStatic) continue;
    body.push(setOwn(field.name, field.value, field.place));
    field.value = undefined;
  }
  for (const { name, type, place: at } of kept) {
    parts.fields.push({ form: 'bind', name, ...(type && { type }), place: at });
  }
  parts.methods.unshift({ params, body: [...body, ...parts.body.splice(0)], isConstructor: true, place });
}

/** Methods stand beside their types, in any order: puts them together. */
export function gathered(body: Statement[]): Statement[] {
  const classes = new Map<string, ClassStatement>();
  const rest: Statement[] = [];
  for (const statement of body) {
    const first = statement.form === 'class' ? classes.get(statement.name) : undefined;
    if (statement.form === 'class' && first) {
      first.methods.push(...statement.methods);
      first.fields.push(...statement.fields);
      first.bases.push(...statement.bases);
    } else {
      if (statement.form === 'class') classes.set(statement.name, statement);
      rest.push(statement);
    }
  }
  return rest;
}
