import type { AnyFact, Fact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { known, list, record, type Value } from '../../model/value.ts';
import { policyFields } from '../../policy/fields.ts';
import { type JsonFault, readJson } from '../../policy/json.ts';
import { readPolicy } from '../../policy/read.ts';
import { subjectOf } from '../../policy/search/resources.ts';
import type { Reading, SourceFile } from '../source.ts';
import { bucketHole, withHoles } from './placeholders.ts';
import { typeOf } from './recognise.ts';

/** The facts of a JSON file that is a policy: of a bucket, an access point, a key or an identity. */
export function read({ path, text }: SourceFile): Reading {
  const { value: written, faults } = readJson(text, path);
  const type = typeOf(written, path);
  if (!type) return { facts: [], faults: [] };
  const value = withHoles(written);
  const fields = policyFields(value, { type, ...bucketHole(value) });
  const place: Place = written.place ?? { file: path, start: 0, end: text.length };
  const bucket = type === 'bucket' ? bucketNamed(value) : undefined;
  const own: Record<string, Value> = {
    type: known(type, { place }),
    bytes: known(bytesOf(text), { place }),
    ...(bucket === undefined ? {} : { bucket: known(bucket, { place }) }),
    ...fields,
    problems: withTextFaults(fields.problems, faults, place),
  };
  const policy: Fact<'policy'> = {
    kind: 'policy',
    resource: bucket ?? null,
    place,
    via: 'json',
    complete: true,
    fields: own as Fact<'policy'>['fields'],
    source: 'policy',
    anchors: { document: place },
  };
  return { facts: type === 'key' ? [policy, keyFact(policy)] : [policy], faults: [] };
}

function bucketNamed(value: Value): string | undefined {
  const policy = readPolicy(value, 'bucket');
  const named = policy.statements.some(({ resources }) =>
    resources?.items.some(({ text }) => text?.includes(':s3:::')),
  );
  const name = named ? subjectOf(policy, {}).split(':::')[1] : undefined;
  return name === undefined || name === 'example-bucket' ? undefined : name;
}

/** Without the white space that only people need. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1'));
}

function withTextFaults(problems: Value | undefined, faults: JsonFault[], place: Place): Value {
  const rows = faults.map(({ message, place: at }) =>
    record(
      {
        kind: known('invalid', { place: at }),
        found: known(message, { place: at }),
        message: known(message, { place: at }),
      },
      { place: at },
    ),
  );
  if (problems?.is !== 'list') return rows.length > 0 || !problems ? list(rows, { place }) : problems;
  return { ...problems, items: [...rows, ...problems.items] };
}

/** The key that a key policy belongs to: nothing else of it can be seen. */
function keyFact(policy: Fact<'policy'>): AnyFact {
  const own = ['type', 'bytes', 'bucket'];
  const fields = Object.entries(policy.fields).filter(([name]) => !own.includes(name));
  return {
    ...policy,
    kind: 'key',
    complete: false,
    fields: Object.fromEntries(fields.map(([name, value]) => [`policy.${name}`, value])),
  } as Fact<'key'>;
}
