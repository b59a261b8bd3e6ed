import type { ErrorObject, ValidateFunction } from 'ajv';
import ruleSchema from '../../rules/rule.schema.json' with { type: 'json' };
import type { Fault } from '../model/finding.ts';
import { locate, type Yaml } from './yaml.ts';

let validator: ValidateFunction | undefined;

/** What rules/rule.schema.json has against a rule file, each with its place and what was expected. */
export async function checkAuthored(yaml: Yaml): Promise<Fault[]> {
  validator ??= await compileSchema(ruleSchema);
  return validator(yaml.value) ? [] : schemaFaults(validator.errors ?? [], yaml, 'the rule');
}

/** A schema's errors as faults of the YAML; `whole` is what the file as a whole is called, `top` where its data stand. */
export function schemaFaults(errors: ErrorObject[], yaml: Yaml, whole: string, top: string[] = []): Fault[] {
  const deepest = Math.max(...errors.map((error) => error.instancePath.length));
  const telling = errors.filter((error) => error.instancePath.length === deepest && error.keyword !== 'if');
  const faults = telling.map((error) => faultOf(error, yaml, whole, top));
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

export async function compileSchema(schema: object): Promise<ValidateFunction> {
  const { default: Ajv } = await import('ajv');
  return new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
  }).compile(schema);
}

function faultOf(error: ErrorObject, yaml: Yaml, whole: string, top: string[]): Fault {
  const path = error.instancePath.split('/').slice(1).map(segment);
  const extra = (error.params as { additionalProperty?: string }).additionalProperty;
  const where = path.join('.') || whole;
  const place = locate(yaml, [...top, ...path], extra);
  const message =
    extra === undefined ? `${where}: expected ${expectation(error)}` : `${where} has no "${extra}"`;
  return { kind: 'configuration', file: yaml.file, place, message };
}

function segment(text: string): string | number {
  const plain = text.replaceAll('~1', '/').replaceAll('~0', '~');
  return /^\d+$/.test(plain) ? Number(plain) : plain;
}

function expectation({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'enum')
    return `one of ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}`;
  if (keyword === 'required')
    return `"${(params as { missingProperty: string }).missingProperty}", which is missing`;
  return (message ?? 'something else').replace(/^must (be|have|match|NOT) ?/, (_, verb) =>
    verb === 'be' ? '' : `to ${verb} `,
  );
}
