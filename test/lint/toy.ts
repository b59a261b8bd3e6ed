import type { Change } from '../../src/model/change.ts';
import type { AnyFact, Fact } from '../../src/model/fact.ts';
import type { Edit } from '../../src/model/finding.ts';
import { known, type Value } from '../../src/model/value.ts';
import type { Source } from '../../src/sources/source.ts';

const paths: Record<string, string> = {
  sse: 'encryption.algorithm',
  nearest: 'encryption.nearest',
  mode: 'encryption.mode',
  kms: 'encryption.keyId',
  customer: 'customerKey.key',
};

/** The smallest language that says anything: lines of `put BUCKET name=value …` in files that end in `.toy`. */
export const toy: Source = {
  name: 'toy',
  takes: (path) => path.endsWith('.toy'),
  tokens: ['put'],
  load: async () => ({
    async read({ path, text }) {
      const facts = [...text.matchAll(/^[ \t]*put (\S+)(.*)$/gm)].map((match) => factOf(path, match));
      const hole = text.indexOf('!syntax');
      const place = { file: path, start: hole, end: hole + 7 };
      const faults =
        hole < 0 ? [] : [{ kind: 'partial' as const, file: path, place, message: 'expected put' }];
      if (text.includes('!throw')) throw new Error('the toy is broken');
      return { facts, faults };
    },
    write: async (changes, fact) => edits(changes, fact),
  }),
};

function factOf(file: string, match: RegExpMatchArray): AnyFact {
  const start = match.index! + match[0].indexOf('put');
  const fields: Record<string, Value> = { operation: known('PutObject'), upload: known(true) };
  const offset = match.index! + match[0].length - match[2]!.length;
  for (const part of match[2]!.matchAll(/(\w+)=(\S+)/g)) {
    const at = offset + part.index;
    const path = paths[part[1]!] ?? part[1]!;
    const place = { file, start: at + part[1]!.length + 1, end: at + part[0].length };
    const entry = { file, start: at, end: place.end };
    const value = known(part[2]!, { place, entry, name: { file, start: at, end: at + part[1]!.length } });
    if (path.startsWith('customerKey')) value.secret = true;
    fields[path] = value;
  }
  if (!fields['encryption.algorithm']) fields['encryption.mode'] ??= known('default');
  const place = { file, start, end: match.index! + match[0].trimEnd().length };
  return { kind: 'request', resource: match[1]!, place, via: 'toy', complete: true, fields, source: 'toy' };
}

function edits(changes: Change[], fact: Fact): Edit[] | undefined {
  return changes.flatMap((change) => {
    if (change.verb !== 'set' || !('literal' in change.value)) return [];
    const place = (fact.fields as Record<string, Value>)[change.path]?.place;
    if (place) return [{ place, text: String(change.value.literal) }];
    const name = Object.keys(paths).find((each) => paths[each] === change.path);
    const { file, end } = fact.place;
    return [{ place: { file, start: end, end }, text: ` ${name}=${change.value.literal}` }];
  });
}
