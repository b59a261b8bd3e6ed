import { unknown, type Value } from '../../model/value.ts';

/** What templates leave to be filled in: `${bucket}`, `{{ bucket }}`, `<BUCKET>`, `%bucket%`, `__BUCKET__`. */
const placeholder = /\$\{([^}:*?$]+)\}|\{\{\s*([^{}]+?)\s*\}\}|<([\w .-]+)>|%([\w.-]+)%|__([A-Z_]+)__/g;

/** A document in which a text with placeholders is not known; its origin says what is left open. */
export function withHoles(value: Value): Value {
  if (value.is === 'list') return { ...value, items: value.items.map(withHoles) };
  if (value.is === 'record') {
    return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: withHoles(entry.value) })) };
  }
  if (value.is !== 'known' || typeof value.value !== 'string') return value;
  const origin = value.value.replaceAll(placeholder, (found) => `⟨${found}⟩`);
  if (origin === value.value) return value;
  const { place, name, entry } = value;
  return unknown('a placeholder is not filled in', { place, name, entry, origin });
}

/** What stands for the bucket: its name, or its whole ARN. */
export function bucketHole(value: Value): { bucketName?: Value; bucketArn?: Value } {
  for (const origin of originsIn(value)) {
    const name = /^arn:[\w-]+:s3:::(⟨[^⟩]*⟩)(\/|$)/.exec(origin)?.[1];
    if (name) return { bucketName: unknown('a placeholder', { origin: name }) };
    const arn = /^(⟨[^⟩]*⟩)(\/.*)?$/.exec(origin)?.[1];
    if (arn && /bucket|arn/i.test(arn)) return { bucketArn: unknown('a placeholder', { origin: arn }) };
  }
  return {};
}

function originsIn(value: Value): string[] {
  if (value.is === 'list') return value.items.flatMap(originsIn);
  if (value.is === 'record') return value.entries.flatMap((entry) => originsIn(entry.value));
  return value.is === 'unknown' && value.origin ? [value.origin] : [];
}
