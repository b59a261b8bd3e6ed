type Format = 'lines' | 'xml' | 'json' | 'yaml' | 'sql';

const formats: [RegExp, Format][] = [
  [
    /\.(properties|conf|ini|cfg|env|local)$|(^|\/)\.(env|s3cfg)[^/]*$|(^|\/)\.aws\/(config|credentials)$|(^|\/)\.dvc\/config$/i,
    'lines',
  ],
  [/\.xml$/i, 'xml'],
  [/\.(json|jsonc|json5)$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.(sql|hql|ddl|psql)$/i, 'sql'],
];

/** How a file of settings is written, by its name. */
export function formatOf(path: string): Format | undefined {
  return formats.find(([pattern]) => pattern.test(path))?.[1];
}
