import type { Condition, Operand, Schema } from './rule.ts';

/** What `{ preset: key }` means by the word that a preset expects: written, and not the AWS managed key. */
const customerManaged: Schema = { type: 'string', not: { pattern: '(^|[/:])aws/s3$' } };

/** A condition as `rule.yaml` writes it: a constant, a list of them, a word, an operand, or a JSON Schema. */
export function conditionOf(written: unknown): Condition {
  if (written === 'present' || written === 'absent') return { is: written };
  if (Array.isArray(written)) return { is: 'schema', schema: { enum: written } };
  if (typeof written !== 'object' || written === null) return { is: 'schema', schema: { const: written } };
  const [[name, value] = ['', undefined], ...more] = Object.entries(written);
  if (!more.length && name === 'same' && typeof value === 'string') return { is: 'same', path: value };
  if (!more.length && name === 'words') return { is: 'words', words: value as string[] | Operand };
  if (!isOperand(written)) return { is: 'schema', schema: withData(written) as Schema };
  return 'preset' in written && written.preset === 'key'
    ? { is: 'schema', schema: customerManaged }
    : { is: 'among', operand: written };
}

export function isOperand(written: object): written is Operand {
  const [[name, value] = ['', undefined], ...more] = Object.entries(written);
  return !more.length && ['option', 'preset', 'config'].includes(name) && typeof value === 'string';
}

/** The schema with its operands as pointers into the validators' data. */
function withData(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withData);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (isOperand(schema)) {
    const [[group, name]] = Object.entries(schema) as [[string, string]];
    return { $data: `/${group}/${name}` };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withData(value)]));
}

/** The operands without which a condition says nothing. */
export function operandsOf(condition: Condition): Operand[] {
  if (condition.is === 'among') return [condition.operand];
  if (condition.is === 'words') return Array.isArray(condition.words) ? [] : [condition.words];
  if (condition.is !== 'schema') return [];
  return condition.schema === customerManaged ? [{ preset: 'key' }] : pointers(condition.schema);
}

function pointers(schema: unknown): Operand[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { $data } = schema as { $data?: unknown };
  if (typeof $data !== 'string') return Object.values(schema).flatMap(pointers);
  const [, group = '', name = ''] = $data.split('/');
  return [{ [group]: name } as never];
}
