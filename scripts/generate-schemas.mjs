// The JSON Schema of `sselint facts --format json`, from the one definition of kinds and fields.
import { writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { kinds } = await tsImport('../src/model/kinds.ts', import.meta.url);

const ref = (name) => ({ $ref: `#/definitions/${name}` });

const position = {
  type: 'object',
  required: ['line', 'column'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};
const range = {
  type: 'object',
  required: ['start', 'end'],
  properties: { start: ref('position'), end: ref('position') },
};

/** Whatever a field holds, it may be unknown, one of several, or withheld. */
const notPlain = [
  {
    type: 'object',
    required: ['unknown'],
    properties: { unknown: { type: 'string' } },
    additionalProperties: false,
  },
  {
    type: 'object',
    required: ['oneOf', 'choice'],
    properties: { oneOf: { type: 'array' }, choice: { type: 'string' } },
    additionalProperties: false,
  },
  {
    type: 'object',
    required: ['secret', 'length'],
    properties: { secret: { const: true }, length: { type: 'integer' } },
    additionalProperties: false,
  },
];

const uncertain = ref('uncertain');

function field(schema) {
  if (schema.type === 'object' && schema.properties)
    return { type: 'object', properties: fields(schema.properties), additionalProperties: false };
  if (schema.type === 'object') return { anyOf: [{ type: 'object' }, uncertain] };
  if (schema.type === 'array') return { anyOf: [{ type: 'array' }, uncertain] };
  const { type, enum: words, anyOf } = schema;
  const plain = anyOf ? { enum: anyOf.map((each) => each.const) } : words ? { enum: words } : { type };
  return { anyOf: [plain, uncertain] };
}

function fields(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, field(schema)]));
}

const common = {
  resource: { type: ['string', 'null'] },
  via: { type: 'string' },
  complete: { type: 'boolean' },
  file: { type: 'string' },
  range: ref('range'),
  places: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['file', 'start', 'end'],
      properties: { file: { type: 'string' }, start: ref('position'), end: ref('position') },
    },
  },
};

const facts = Object.entries(kinds).map(([kind, properties]) => ({
  type: 'object',
  required: ['kind', ...Object.keys(common)],
  properties: { kind: { const: kind }, ...common, ...fields(properties) },
  additionalProperties: false,
}));

const error = {
  type: 'object',
  required: ['kind', 'file', 'range', 'message'],
  properties: {
    kind: { enum: ['unreadable', 'partial', 'configuration', 'denied', 'failed', 'unsupported'] },
    file: { type: 'string' },
    range: { anyOf: [ref('range'), { type: 'null' }] },
    message: { type: 'string' },
  },
  additionalProperties: false,
};

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What sselint facts --format json prints',
  description: 'Generated from src/model/kinds.ts. Known fields are plain JSON; what is absent is left out.',
  type: 'object',
  required: ['version', 'facts', 'errors'],
  properties: {
    version: { const: 1 },
    facts: { type: 'array', items: { anyOf: facts } },
    errors: { type: 'array', items: error },
  },
  additionalProperties: false,
  definitions: { position, range, uncertain: { anyOf: notPlain } },
};

writeFileSync('schemas/facts.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
