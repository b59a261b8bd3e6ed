import type { LinkedFact } from '../../model/fact.ts';
import { textOf, type Value } from '../../model/value.ts';
import type { Buckets } from './buckets.ts';

type Fields = Record<string, Value>;

/** What a sink's service reads: uploads into its bucket, under its prefix. */
export function linkSinks(facts: LinkedFact[], _: Buckets): void {
  const uploads = new Map<string, LinkedFact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'request' && fact.kind !== 'object') continue;
    const bucket = textOf((fact.fields as Fields).bucket);
    if (bucket !== undefined) uploads.set(bucket, [...(uploads.get(bucket) ?? []), fact]);
  }
  for (const sink of facts) {
    if (sink.kind !== 'sink') continue;
    const fields = sink.fields as Fields;
    const bucket = textOf(fields['location.bucket']);
    if (bucket === undefined) continue;
    const prefix = textOf(fields['location.prefix']) ?? '';
    sink.links.reads = (uploads.get(bucket) ?? []).filter((fact) =>
      (textOf((fact.fields as Fields).key) ?? '').startsWith(prefix),
    );
  }
}
