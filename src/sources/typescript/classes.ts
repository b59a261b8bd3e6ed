import { ts } from 'ts-morph';
import type { ClassStatement, Expression, FunctionForm, Statement } from '../../evaluate/form.ts';
import { functionForm, isProperty } from './functions.ts';
import type { Translation } from './translation.ts';
import { typeOf } from './types.ts';

type Field = ClassStatement['fields'][number];

export function classStatement(node: ts.ClassLikeDeclaration, name: string, x: Translation): ClassStatement {
  const made: ClassStatement = {
    form: 'class',
    name,
    bases: basesOf(node, x),
    fields: [],
    methods: [],
    body: decorations(node, x),
    place: x.place(node),
  };
  for (const member of node.members) addMember(made, member, x);
  return made;
}

/** `class { … }` as a value: a class with a made-up name, declared just before. */
export function classExpression(node: ts.ClassExpression, x: Translation): Expression {
  const name = node.name?.text ?? `class at ${node.getStart(x.source)}`;
  x.before(classStatement(node, name, x));
  return x.reference(node, name);
}

function basesOf(node: ts.ClassLikeDeclaration, x: Translation): Expression[] {
  const extended = node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword);
  return (extended?.types ?? []).map((type) => x.expression(type.expression));
}

function addMember(made: ClassStatement, member: ts.ClassElement, x: Translation): void {
  made.body.push(...decorations(member, x));
  if (ts.isClassStaticBlockDeclaration(member)) {
    made.body.push(...x.body(member.body.statements));
  } else if (ts.isConstructorDeclaration(member)) {
    if (!member.body) return;
    made.fields.push(...member.parameters.filter(isProperty).map((param) => fieldOf(param, x)));
    made.methods.push({ ...functionForm(member, x), isConstructor: true });
  } else if (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) {
    if (member.body) made.methods.push(methodOf(member, member, x));
  } else if (ts.isPropertyDeclaration(member)) {
    const value = member.initializer;
    if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)))
      made.methods.push(methodOf(member, value, x));
    else made.fields.push(fieldOf(member, x));
  }
}

function methodOf(member: ts.ClassElement, body: ts.FunctionLikeDeclaration, x: Translation): FunctionForm {
  return {
    ...functionForm(body, x, memberName(member, x)),
    ...(isStatic(member) && { isStatic: true }),
    ...(ts.isGetAccessorDeclaration(member) && { isGetter: true }),
  };
}

function fieldOf(node: ts.PropertyDeclaration | ts.ParameterDeclaration, x: Translation): Field {
  const type = typeOf(node.type, x);
  const value =
    ts.isPropertyDeclaration(node) && node.initializer ? x.expression(node.initializer) : undefined;
  return {
    form: 'bind',
    name: memberName(node, x),
    ...(value && { value }),
    ...(type && { type }),
    ...(isStatic(node) && { isStatic: true }),
    place: x.place(node),
  };
}

function memberName(member: ts.ClassElement | ts.ParameterDeclaration, x: Translation): string {
  const { name } = member;
  if (!name) return '';
  return ts.isStringLiteralLike(name) ? name.text : x.words(name);
}

function isStatic(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((each) => each.kind === kind) ?? false);
}

/** What decorators call runs with the class: `@UseInterceptors(FileInterceptor('file', { storage }))`. */
function decorations(node: ts.Node, x: Translation): Statement[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.map((each) => {
    const expression = x.expression(each.expression);
    return { form: 'run', expression, place: expression.place };
  });
}

/** An enum is a class whose members are static fields. */
export function enumStatement(node: ts.EnumDeclaration, x: Translation): ClassStatement {
  let next = 0;
  const fields = node.members.map((member): Field => {
    const value = member.initializer ? x.expression(member.initializer) : x.literal(member, next);
    next = value.form === 'literal' && typeof value.value === 'number' ? value.value + 1 : next + 1;
    const name = ts.isStringLiteralLike(member.name) ? member.name.text : x.words(member.name);
    return { form: 'bind', name, value, isStatic: true, constant: true, place: x.place(member) };
  });
  const { text: name } = node.name;
  return { form: 'class', name, bases: [], fields, methods: [], body: [], place: x.place(node) };
}

/** A namespace is a class too: its names are static fields and methods, the rest its body. */
export function namespaceStatement(node: ts.ModuleDeclaration, x: Translation): ClassStatement[] {
  const inside = node.body && ts.isModuleBlock(node.body) ? x.body(node.body.statements) : [];
  const nested = node.body && ts.isModuleDeclaration(node.body) ? namespaceStatement(node.body, x) : [];
  const all: Statement[] = [...inside, ...nested];
  if (all.length === 0) return [];
  return [
    {
      form: 'class',
      name: node.name.text,
      bases: [],
      fields: all.flatMap((each) => (each.form === 'bind' ? [{ ...each, isStatic: true }] : [])),
      methods: all.flatMap((each) =>
        each.form === 'function' ? [{ ...each.function, isStatic: true }] : [],
      ),
      body: all.filter((each) => each.form !== 'bind' && each.form !== 'function'),
      place: x.place(node),
    },
  ];
}
