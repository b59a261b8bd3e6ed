import { ts } from 'ts-morph';
import type { Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { declared } from './patterns.ts';
import type { Translation } from './translation.ts';
import { typeOf } from './types.ts';

export function lambda(node: ts.ArrowFunction | ts.FunctionExpression, x: Translation): Expression {
  return { form: 'lambda', function: functionForm(node, x), place: x.place(node) };
}

export function functionForm(node: ts.FunctionLikeDeclaration, x: Translation, name?: string): FunctionForm {
  const place = x.place(node);
  const params: Parameter[] = [];
  const unpacked = x.gathered(() => {
    const made = node.parameters.filter((param) => x.words(param.name) !== 'this');
    return made.flatMap((param, at) => {
      const { form, unpack } = parameter(param, at, x);
      params.push(form);
      return unpack;
    });
  });
  const body = [...unpacked, ...propertiesOf(node, x), ...bodyOf(node, x)];
  return { ...(name !== undefined && { name }), params, body, place };
}

function parameter(param: ts.ParameterDeclaration, at: number, x: Translation) {
  const place = x.place(param.name);
  const isNamed = ts.isIdentifier(param.name);
  const name = isNamed ? param.name.text : `parameter ${at + 1}`;
  const form: Parameter = { name, place };
  const type = typeOf(param.type, x);
  if (type) form.type = type;
  if (param.initializer) form.default = x.expression(param.initializer);
  if (param.dotDotDotToken) form.rest = 'list';
  const unpack: Statement[] = isNamed ? [] : declared(param.name, x.reference(param.name, name), {}, x);
  return { form, unpack };
}

/** `constructor(private client: S3Client)` sets `this.client`. */
function propertiesOf(node: ts.FunctionLikeDeclaration, x: Translation): Statement[] {
  if (!ts.isConstructorDeclaration(node)) return [];
  return node.parameters.filter(isProperty).map((param): Statement => {
    const name = x.words(param.name);
    const target = x.member(x.reference(param.name, 'this'), name, param.name);
    return { form: 'assign', target, operator: '=', value: x.reference(param.name), place: x.place(param) };
  });
}

export function isProperty(param: ts.ParameterDeclaration): boolean {
  return ts.isParameterPropertyDeclaration(param, param.parent);
}

function bodyOf(node: ts.FunctionLikeDeclaration, x: Translation): Statement[] {
  const { body } = node;
  if (!body) return [];
  if (ts.isBlock(body)) return x.body(body.statements);
  return x.gathered(() => [{ form: 'return', value: x.expression(body), place: x.place(body) }]);
}
