import type { Call, ClassStatement, Expression, Reference, Statement } from '../../evaluate/form.ts';

/**
 * Ruby calls the methods of its own class by their bare names, and sees its constants. A call by a bare name
 * is never one of a variable.
 */
export function ownNames(body: Statement[]): Statement[] {
  const classes = new Map(
    body.flatMap((each) => (each.form === 'class' ? [[each.name, each] as const] : [])),
  );
  for (const of of classes.values()) {
    const own: Own = { of, methods: new Map(), constants: new Map() };
    gather(of, classes, own, new Set());
    for (const method of of.methods) visit(method, { ...own, inStatic: method.isStatic ?? false });
    visit([of.fields, of.body], { ...own, inStatic: true });
  }
  return body;
}

interface Own {
  of: ClassStatement;
  methods: Map<string, boolean>;
  constants: Map<string, string>;
  inStatic?: boolean;
}

function gather(
  of: ClassStatement,
  classes: Map<string, ClassStatement>,
  own: Own,
  seen: Set<ClassStatement>,
): void {
  if (seen.has(of)) return;
  seen.add(of);
  for (const base of of.bases) {
    const found = base.form === 'reference' ? classes.get(base.name) : undefined;
    if (found) gather(found, classes, own, seen);
  }
  for (const each of of.methods) if (each.name) own.methods.set(each.name, each.isStatic ?? false);
  for (const each of of.fields) {
    if (each.isStatic) own.constants.set(each.name, of.name);
    else own.methods.set(each.name, false);
  }
}

function visit(node: unknown, own: Own): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, own);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const form = node as Expression | Statement;
  if (form.form === 'call' && form.callee.form === 'reference') qualifyCall(form, form.callee, own);
  else if (form.form === 'reference') qualifyConstant(form, own);
  for (const [key, part] of Object.entries(form)) if (key !== 'place') visit(part, own);
}

function qualifyCall(call: Call, callee: Reference, own: Own): void {
  const isStatic = callee.name === 'new' ? own.inStatic : own.methods.get(callee.name);
  if (isStatic === undefined || (callee.name === 'new' && !isStatic)) return;
  call.callee = memberOf(isStatic ? own.of.name : 'this', callee);
}

function qualifyConstant(found: Reference, own: Own): void {
  const where = own.constants.get(found.name);
  if (where === undefined || found.name === own.of.name) return;
  const { of, name } = memberOf(where, found);
  Object.assign(found, { form: 'member', of, name });
}

function memberOf(of: string, { name, place }: Reference): Extract<Expression, { form: 'member' }> {
  const owner: Reference = { form: 'reference', name: of, place: { ...place, end: place.start } };
  return { form: 'member', of: owner, name: { form: 'literal', value: name, place }, place };
}
