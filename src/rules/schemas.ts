import type { Options } from 'ajv';
import type { Schema } from './rule.ts';

type Validate = (data: unknown) => boolean;

/** By the schema's text: those compiled ahead for the rules that ship, and those compiled here. */
const compiled = new Map<string, Validate>();
const bySchema = new WeakMap<Schema, Validate>();
let compile: ((schema: Schema) => Validate) | undefined;

/** Takes validators that were compiled ahead, by the text of their schemas. */
export function install(validators: Record<string, Validate>): void {
  for (const [text, validate] of Object.entries(validators)) compiled.set(text, validate);
}

/** Loads Ajv, for schemas that were not compiled ahead. */
export async function loadCompiler(): Promise<void> {
  if (compile) return;
  const [{ default: Ajv }, { pattern }] = await Promise.all([import('ajv'), import('./pattern.ts')]);
  const ajv = new Ajv(ajvOptions(pattern));
  compile = (schema) => ajv.compile(wrapped(schema)) as Validate;
}

/** How conditions are compiled, here and ahead: patterns never run on the native engine, which can hang. */
export function ajvOptions(pattern: (source: string) => Pattern): Options {
  const readNow = (source: string) => {
    const read = pattern(source);
    read.test('');
    return read;
  };
  const regExp = Object.assign(readNow, { code: 'pattern' });
  return {
    $data: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    messages: false,
    validateFormats: false,
    code: { regExp },
  };
}

export interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/** The schema of what validators are given: the value, and the data that operands inside the schema point at. */
export function wrapped(schema: Schema): Schema {
  return { type: 'object', properties: { value: schema } };
}

/** The validator of a condition's schema. It throws where the schema is none, or its pattern cannot be read. */
export function validatorOf(schema: Schema): Validate {
  const known = bySchema.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? compileNow(schema);
  compiled.set(text, validate);
  bySchema.set(schema, validate);
  return validate;
}

function compileNow(schema: Schema): Validate {
  if (!compile) throw new Error('the rule was not compiled: loadCompiler() comes first');
  return compile(schema);
}
