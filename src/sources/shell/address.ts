import { known, mapArms, textOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { placeIn, type Scope, wordValue } from './values.ts';
import { lead, type Word } from './words.ts';

/** Where a copy goes from or to: `s3`, `local`, or a text that cannot be known. */
export type Side = 's3' | 'local' | 'unclear';

/** `scheme` is how the tool's addresses begin; where empty, `remote:path` is one. */
export function sideOf(word: Word, scheme: string, scope: Scope): Side {
  const value = wordValue(word, scope);
  const text = textOf(value) ?? lead(word);
  const isRemote = scheme === '' ? /^[\w-]{2,}:/.test(text) : text.toLowerCase().startsWith(scheme);
  if (isRemote) return 's3';
  const isOther = text !== '' && scheme !== '' && !scheme.startsWith(text.toLowerCase());
  return value.is === 'known' || isOther ? 'local' : 'unclear';
}

/** Bucket and key of `s3://bucket/key`, also where one of them is a variable. */
export function bucketAndKey(word: Word, scope: Scope): { bucket: Value; key: Value } {
  const value = wordValue(word, scope);
  const part = (pick: (bucket: string, key: string) => [string, number]) =>
    mapArms(value, (plain) => {
      const text = textOf(plain) ?? openText(word, scope);
      const found = /^s3:\/\/(arn:[^/]+\/[^/]+|[^/]*)\/?(.*)$/s.exec(text);
      if (!found) return unknown('the address cannot be known', { place: plain.place });
      const [piece, offset] = pick(found[1]!, found[2]!);
      if (piece === '') return { is: 'absent' };
      const isExact = plain.place && plain.place.end - plain.place.start === text.length;
      const place = isExact
        ? placeIn(scope, plain.place!.start + offset, plain.place!.start + offset + piece.length)
        : plain.place;
      return /[$`%{]/.test(piece) && plain.is !== 'known'
        ? hidden(piece, plain as Unknown)
        : known(piece, { place });
    });
  return {
    bucket: part((bucket) => [bucket, 5]),
    key: part((bucket, key) => [key, 6 + bucket.length]),
  };
}

function hidden(piece: string, { reason, place }: Unknown): Unknown {
  return unknown(reason, { place, origin: piece });
}

/** The words as they are written, without quotes around them. */
function openText(word: Word, scope: Scope): string {
  const [first] = word.parts;
  return first ? scope.text.slice(first.start, word.parts.at(-1)!.end) : '';
}
