import type { Argument, Expression, Lambda, Literal } from '../../evaluate/form.ts';
import {
  type Adapter,
  allOfType,
  child,
  named,
  ofType,
  type ToExpression,
  type Translation,
} from '../code/adapter.ts';
import type { Node } from '../code/grammar.ts';
import { constant, literal, number, through } from '../code/shapes.ts';
import { iteration } from '../template/evaluate.ts';

/** HCL's expressions in the common form (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). */

const pieceTypes = new Set(['template_literal', 'template_interpolation', 'template_directive']);

export function textOfQuoted(node: Node, x: Translation): string {
  return allOfType(node, 'template_literal')
    .map((each) => unescaped(x.words(each)))
    .join('');
}

/** Escapes of quoted texts, and `$${` and `%%{`, which are no interpolation. */
function unescaped(words: string): string {
  return words.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|([$%])\4\{/gs,
    (_, four, eight, one, sign) => {
      if (sign) return `${sign}{`;
      const code = four ?? eight;
      if (code) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return { n: '\n', r: '\r', t: '\t' }[one as string] ?? one;
    },
  );
}

const quoted: ToExpression = (node, x) => {
  const isHeredoc = node.type === 'heredoc_template';
  const parts = node.children
    .filter((each) => pieceTypes.has(each.type))
    .map((each) => pieceOf(each, isHeredoc, x));
  const place = x.place(node);
  if (parts.length === 0) return literal('', place);
  if (parts.length === 1 && parts[0]!.form === 'literal' && !isHeredoc)
    return { ...(parts[0] as Literal), place };
  return { form: 'template', parts, place };
};

function pieceOf(node: Node, isHeredoc: boolean, x: Translation): Expression {
  if (node.type === 'template_interpolation') return x.expression(ofType(node, 'expression'), node);
  if (node.type === 'template_directive') return directive(node, x);
  const words = x.words(node);
  return literal(isHeredoc ? words.replaceAll(/([$%])\1\{/g, '$1{') : unescaped(words), x.place(node));
}

/** `%{ if c }…%{ else }…%{ endif }`; a loop is not followed. */
function directive(node: Node, x: Translation): Expression {
  const choice = ofType(node, 'template_if');
  const intro = choice && ofType(choice, 'template_if_intro');
  if (!choice || !intro) return x.opaque(node, 'a loop in a text is not followed');
  const at = choice.children.findIndex((each) => each.type === 'template_else_intro');
  const arms = at < 0 ? [choice.children, []] : [choice.children.slice(0, at), choice.children.slice(at + 1)];
  const [then, otherwise] = arms.map((nodes): Expression => {
    const parts = nodes.filter((each) => pieceTypes.has(each.type)).map((each) => pieceOf(each, false, x));
    return { form: 'template', parts, place: x.place(choice) };
  });
  const condition = x.expression(ofType(intro, 'expression'), intro);
  return { form: 'choice', condition, then: then!, otherwise: otherwise!, place: x.place(node) };
}

/** An operand, and the members, indexes and splats after it. */
const chain: ToExpression = (node, x) => chainOf(named(node), node, x);

function chainOf([first, ...steps]: Node[], around: Node, x: Translation): Expression {
  if (!first) return x.opaque(around, 'nothing stands here');
  return stepsFrom(x.expression(first, around), first, steps, x);
}

function stepsFrom(start: Expression, first: Node, steps: Node[], x: Translation): Expression {
  return steps.reduce((of, step) => {
    const place = x.place(first.end <= step.start ? { ...first, end: step.end } : step);
    if (step.type === 'splat') return splat(of, step, place, x);
    return { form: 'member', of, name: stepName(step, x), place: { ...place, start: of.place.start } };
  }, start);
}

function stepName(step: Node, x: Translation): Expression {
  const index = step.type === 'index' ? (step.children[0] ?? step) : step;
  const inside = named(index)[0];
  if (step.type === 'get_attr' && inside) return literal(x.words(inside), x.place(inside));
  if (inside) return x.expression(inside, index);
  return literal(Number(x.words(index).replace('.', '')), x.place(index));
}

/** `x[*].id` is `[for it in x : it.id]`. */
function splat(over: Expression, node: Node, place: Lambda['place'], x: Translation): Expression {
  const inner = node.children[0] ?? node;
  const it: Expression = { form: 'reference', name: '[*]', place: x.place(node) };
  const gives = stepsFrom(it, inner, named(inner), x);
  return callOf(iteration.list, [over, lambda(['[*]'], gives)], place);
}

function callOf(name: string, args: (Expression | undefined)[], place: Lambda['place']): Expression {
  const none: Expression = { form: 'literal', value: null, place };
  const given = args.map((value): Argument => ({ value: value ?? none, place: (value ?? none).place }));
  return { form: 'call', callee: { form: 'reference', name, place }, args: given, place };
}

function lambda(names: string[], gives: Expression): Lambda {
  const { place } = gives;
  const params = names.map((name) => ({ name, place }));
  return {
    form: 'lambda',
    function: { params, body: [{ form: 'run', expression: gives, place }], place },
    place,
  };
}

const iterate: ToExpression = (node, x) => {
  const intro = ofType(node, 'for_intro')!;
  const names = allOfType(intro, 'identifier').map((each) => x.words(each));
  const condition = ofType(node, 'for_cond');
  const gives = allOfType(node, 'expression').map((each) => lambda(names, x.expression(each)));
  const kept = condition && lambda(names, x.expression(ofType(condition, 'expression'), condition));
  const over = x.expression(ofType(intro, 'expression'), intro);
  const isRecord = node.type === 'for_object_expr';
  const [key, value] = isRecord ? gives : [undefined, gives[0]];
  const grouped = ofType(node, 'ellipsis');
  if (grouped) return x.opaque(node, 'grouping is not followed');
  return callOf(isRecord ? iteration.record : iteration.list, [over, value, kept, key], x.place(node));
};

const object: ToExpression = (node, x) => ({
  form: 'record',
  entries: allOfType(node, 'object_elem').map((each) => {
    const key = child(each, 'key')!;
    return { name: keyOf(key, x), value: x.expression(child(each, 'val'), each), place: x.place(each) };
  }),
  place: x.place(node),
});

/** A bare word is itself; in brackets it is a reference. */
function keyOf(node: Node, x: Translation): Expression {
  const words = x.words(node);
  return /^[\w-]+$/.test(words) ? literal(words, x.place(node)) : x.expression(node);
}

const call: ToExpression = (node, x) => {
  const given = ofType(node, 'function_arguments');
  const args = given
    ? allOfType(given, 'expression').map(
        (each): Argument => ({ value: x.expression(each), place: x.place(each) }),
      )
    : [];
  const last = args.at(-1);
  if (given && ofType(given, 'ellipsis') && last) last.spread = 'list';
  const callee = ofType(node, 'identifier')!;
  return {
    form: 'call',
    callee: { form: 'reference', name: x.words(callee), place: x.place(callee) },
    args,
    place: x.place(node),
  };
};

/** The grammar puts operands with their steps side by side around the sign. */
const binary: ToExpression = (node, x) => {
  const at = node.children.findIndex((each) => !each.named && !brackets.has(each.type));
  const operands = [node.children.slice(0, at), node.children.slice(at + 1)].map((side) =>
    chainOf(
      side.filter((each) => each.named),
      node,
      x,
    ),
  );
  const place = x.place(node);
  return { form: 'operation', operator: x.words(node.children[at]!), operands, place };
};

const brackets = new Set(['(', ')']);

const unary: ToExpression = (node, x) => {
  const operand = chainOf(named(node), node, x);
  const place = x.place(node);
  const operator = x.words(node.children[0]!);
  if (operator === '-' && operand.form === 'literal' && typeof operand.value === 'number')
    return literal(-operand.value, place);
  return { form: 'operation', operator, operands: [operand], place };
};

export const adapter: Adapter = {
  language: 'terraform',
  grammar: 'hcl',
  expressions: {
    expression: chain,
    literal_value: through(),
    template_expr: through(),
    collection_value: through(),
    for_expr: through(),
    operation: through(),
    string_lit: quoted,
    quoted_template: quoted,
    heredoc_template: quoted,
    numeric_lit: number,
    bool_lit: (node, x) => literal(x.words(node) === 'true', x.place(node)),
    null_lit: constant(null),
    variable_expr: (node, x) => ({ form: 'reference', name: x.words(node), place: x.place(node) }),
    tuple: (node, x) => ({
      form: 'list',
      items: allOfType(node, 'expression').map((each) => x.expression(each)),
      place: x.place(node),
    }),
    object,
    for_tuple_expr: iterate,
    for_object_expr: iterate,
    function_call: call,
    unary_operation: unary,
    binary_operation: binary,
    conditional: (node, x) => {
      const [condition, then, otherwise] = named(node).map((each) => x.expression(each));
      return {
        form: 'choice',
        condition: condition!,
        then: then!,
        otherwise: otherwise!,
        place: x.place(node),
      };
    },
  },
  statements: {},
  arguments: {},
};
