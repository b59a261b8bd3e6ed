import type {
  Bind,
  ClassStatement,
  Expression,
  FunctionForm,
  Reference,
  Statement,
} from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';

/**
 * In many languages a method sees its class's members by their bare names. Says where each is looked up:
 * `bucket` becomes `this.bucket`, a static one `Uploader.bucket`.
 */
export function ownMembers(body: Statement[], options: { receivers?: Set<string> } = {}): Statement[] {
  const classes = new Map(
    body.flatMap((each) => (each.form === 'class' ? [[each.name, each] as const] : [])),
  );
  const known = options.receivers && new Set([...options.receivers, ...body.flatMap(nameOf)]);
  for (const statement of body) {
    if (statement.form === 'class') qualifyClass(statement, classes, known);
    else if (known) visit(statement, emptyScope(new Map(), known));
  }
  return body;
}

/** `this` of a method, kept for lambdas that have a receiver of their own. */
const outerThis = 'this@';

interface Scope {
  members: Map<string, OwnMember>;
  locals: Set<string>;
  /** Locals that may be set again, or called. */
  settable: Set<string>;
  callable: Set<string>;
  /** Names that an implicit receiver does not take; absent where lambdas have none. */
  known?: Set<string>;
  /** Inside a lambda with a receiver of its own. */
  inReceiver?: boolean;
  outerUsed?: { yes: boolean };
}

interface OwnMember {
  /** The class of a static member, or `this`. */
  of: string;
  isMethod: boolean;
}

function emptyScope(members: Map<string, OwnMember>, known?: Set<string>): Scope {
  return { members, locals: new Set(), settable: new Set(), callable: new Set(), known };
}

function nameOf(statement: Statement): string[] {
  if (statement.form === 'function') return [statement.function.name ?? ''];
  return 'name' in statement ? [statement.name] : [];
}

function qualifyClass(of: ClassStatement, classes: Map<string, ClassStatement>, known?: Set<string>): void {
  const members = membersOf(of, classes, new Set());
  for (const field of of.fields) {
    const outerUsed = { yes: false };
    visit(field.value, { ...emptyScope(members, known), outerUsed });
    if (outerUsed.yes && field.value) field.value = withOuterThis(field.value);
  }
  for (const method of of.methods) visitFunction(method, emptyScope(members, known));
  visit(of.body, emptyScope(members, known));
}

function membersOf(
  of: ClassStatement,
  classes: Map<string, ClassStatement>,
  seen: Set<ClassStatement>,
): Map<string, OwnMember> {
  const members = new Map<string, OwnMember>();
  if (seen.has(of)) return members;
  seen.add(of);
  for (const base of of.bases) {
    const found = base.form === 'reference' ? classes.get(base.name) : undefined;
    if (found) for (const [name, where] of membersOf(found, classes, seen)) members.set(name, where);
  }
  for (const each of [...of.fields, ...of.methods]) {
    if (each.name === undefined || isConstructor(each) || isNestedClass(each)) continue;
    members.set(each.name, { of: each.isStatic ? of.name : 'this', isMethod: 'params' in each });
  }
  return members;
}

function isNestedClass(each: FunctionForm | Bind): boolean {
  return 'value' in each && each.value?.form === 'reference' && each.value.name === each.name;
}

function isConstructor(each: object): boolean {
  return 'isConstructor' in each && each.isConstructor === true;
}

function visitFunction(of: FunctionForm, outer: Scope): void {
  const outerUsed = { yes: false };
  const scope = { ...outer, outerUsed, inReceiver: false, locals: new Set(outer.locals) };
  visitBody(of, scope);
  if (!outerUsed.yes) return;
  of.body.unshift({ form: 'bind', name: outerThis, value: reference('this', of.place), place: of.place });
}

function visitBody(of: FunctionForm, scope: Scope): void {
  for (const param of of.params) {
    visit(param.default, scope);
    scope.locals.add(param.name);
    if (param.type?.form === 'opaque') scope.callable.add(param.name);
  }
  visit(of.body, scope);
}

function visit(node: unknown, scope: Scope): void {
  if (Array.isArray(node)) {
    const inner = { ...scope, locals: new Set(scope.locals) };
    for (const each of node) visit(each, inner);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const form = node as Statement | Expression;
  if (form.form === 'lambda') {
    const inReceiver = scope.inReceiver || (form.function.receiver === true && scope.known !== undefined);
    visitBody(form.function, { ...scope, locals: new Set(scope.locals), inReceiver });
  } else if (form.form === 'function') {
    if (form.function.name) scope.locals.add(form.function.name);
    visitBody(form.function, { ...scope, locals: new Set(scope.locals) });
  } else if (form.form === 'reference') {
    qualify(form, scope);
  } else {
    if (scope.inReceiver) useReceiver(form, scope);
    visitParts(form, scope);
  }
}

function visitParts(form: Statement | Expression, scope: Scope): void {
  if (form.form === 'loop' && form.bind !== undefined) {
    visit(form.over, scope);
    visit(form.body, { ...scope, locals: new Set([...scope.locals, form.bind]) });
    return;
  }
  for (const [key, part] of Object.entries(form)) if (key !== 'place') visit(part, scope);
  if (form.form !== 'bind') return;
  scope.locals.add(form.name);
  if (!form.constant) scope.settable.add(form.name);
  if (form.value?.form === 'lambda') scope.callable.add(form.name);
}

/** In a lambda with a receiver, what is assigned or called by a name that nothing else has is the receiver's. */
function useReceiver(form: Statement | Expression, scope: Scope): void {
  if (form.form === 'assign' && form.target.form === 'reference' && !scope.settable.has(form.target.name)) {
    form.target = memberOf('this', form.target);
  }
  if (form.form !== 'call' || form.callee.form !== 'reference') return;
  const { name } = form.callee;
  const isTaken = scope.callable.has(name) || scope.members.get(name)?.isMethod || scope.known?.has(name);
  if (!isTaken && /^[a-z]/.test(name)) form.callee = memberOf('this', form.callee);
}

function qualify(found: Reference, scope: Scope): void {
  if (scope.locals.has(found.name)) return;
  const where = scope.members.get(found.name)?.of;
  if (where === undefined) return;
  const inner = scope.inReceiver && where === 'this';
  if (inner && scope.outerUsed) scope.outerUsed.yes = true;
  const { of, name } = memberOf(inner ? outerThis : where, found);
  Object.assign(found, { form: 'member', of, name });
}

function memberOf(of: string, found: Reference): Extract<Expression, { form: 'member' }> {
  const { name, place } = found;
  return { form: 'member', of: reference(of, place), name: { form: 'literal', value: name, place }, place };
}

function reference(name: string, place: Place): Reference {
  return { form: 'reference', name, place: { ...place, end: place.start } };
}

/** `this` of a field's value: a function that is called at once keeps it. */
function withOuterThis(value: Expression): Expression {
  const { place } = value;
  const body: Statement[] = [
    { form: 'bind', name: outerThis, value: reference('this', place), place },
    { form: 'return', value, place },
  ];
  return {
    form: 'call',
    callee: { form: 'lambda', function: { params: [], body, place }, place },
    args: [],
    place,
  };
}
