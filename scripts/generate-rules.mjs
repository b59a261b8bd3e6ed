import { tsImport } from 'tsx/esm/api';

const from = (path) => tsImport(`../src/rules/${path}`, import.meta.url);

/**
 * The rules that ship as one module, for bundles: their data, and their conditions as code that Ajv made ahead.
 * It stands in for src/rules/shipped.ts, so its imports are that file's neighbours.
 */
export async function rulesModule() {
  const { shippedRules } = await from('shipped.ts');
  const rules = await shippedRules();
  const { code, names } = await validators(await schemasOf(rules));
  const table = Object.entries(names).map(([name, text]) => `${JSON.stringify(text)}: ${name}`);
  return [
    "import { pattern } from './pattern.ts';",
    "import { install } from './schemas.ts';",
    code.replace('"use strict";', ''),
    `install({ ${table.join(', ')} });`,
    `const rules = JSON.parse(${JSON.stringify(JSON.stringify(rules))});`,
    'export const shippedRules = async () => rules;',
  ].join('\n');
}

async function schemasOf(rules) {
  const { clausesOf, schemasIn } = await from('clauses.ts');
  const schemas = rules.flatMap((rule) => rule.checks.flatMap(clausesOf).flatMap(schemasIn));
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}

/** One function a schema, by made-up names, and the text of the schema that each is of. */
async function validators(schemas) {
  const [{ default: Ajv }, { default: standalone }] = await Promise.all([
    import('ajv'),
    import('ajv/dist/standalone/index.js'),
  ]);
  const [{ ajvOptions, wrapped }, { pattern }] = await Promise.all([from('schemas.ts'), from('pattern.ts')]);
  const options = ajvOptions(pattern);
  const ajv = new Ajv({ ...options, code: { ...options.code, source: true, esm: true } });
  const names = {};
  for (const [at, schema] of schemas.entries()) {
    names[`condition${at}`] = JSON.stringify(schema);
    ajv.addSchema(wrapped(schema), `condition${at}`);
  }
  const code = standalone.default(ajv, Object.fromEntries(Object.keys(names).map((name) => [name, name])));
  return { code, names };
}
