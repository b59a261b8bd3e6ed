// The JSON Schema of what `sselint audit --save` writes, from its one definition.
import { writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { SnapshotSchema } = await tsImport('../src/sources/snapshot/snapshot.ts', import.meta.url);

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What sselint audit --save writes',
  description:
    'Generated from src/sources/snapshot/snapshot.ts. Parts are the answers of the S3 and KMS APIs.',
  ...SnapshotSchema,
};

writeFileSync('schemas/snapshot.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
