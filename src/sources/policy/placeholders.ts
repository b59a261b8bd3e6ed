import { textOf, unknown, type Value } from '../../model/value.ts';

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
    if (arn) return { bucketArn: unknown('a placeholder', { origin: arn }) };
  }
  return {};
}

/** The texts of `Resource` elements that are not known. */
function originsIn(value: Value, isResource = false): string[] {
  if (value.is === 'list') return value.items.flatMap((item) => originsIn(item, isResource));
  if (value.is === 'record') {
    return value.entries.flatMap(({ name, value: held }) =>
      originsIn(held, isResource || /^(Not)?Resource$/.test(textOf(name) ?? '')),
    );
  }
  return isResource && value.is === 'unknown' && value.origin ? [value.origin] : [];
}
