import type { AnyFact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import type { Value } from '../model/value.ts';

/** Shorter texts are no keys, and would mask half of what is shown. */
const shortest = 8;
/** 32 bytes in base64 or hex, whoever wrote them; and AWS secret access keys after a word that says so. */
const keyLike =
  /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])|(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])/g;
const afterSecretWord = /(secret_?-?access_?-?key[^A-Za-z0-9+/]{1,20})[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/gi;

/** The key material that the facts hold: where it stands, and every text that gives it away. */
export class Secrets {
  private readonly places = new Map<string, Map<string, Place>>();
  private readonly texts = new Set<string>();

  constructor(facts: Iterable<AnyFact>) {
    for (const fact of facts) {
      for (const value of Object.values(fact.fields)) if (value) this.take(value as Value);
    }
  }

  in(file: string): Place[] {
    return [...(this.places.get(file)?.values() ?? [])];
  }

  mask(text: string): string {
    let masked = text;
    for (const secret of this.texts) masked = masked.replaceAll(secret, (found) => dots(found));
    return masked
      .replace(keyLike, dots)
      .replace(afterSecretWord, (found, word: string) => word + dots(found.slice(word.length)));
  }

  private take(value: Value): void {
    if (value.is === 'list') for (const item of value.items) this.take(item);
    if (value.is === 'record') for (const entry of value.entries) this.take(entry.value);
    if (value.is === 'oneOf') for (const arm of value.arms) this.take(arm.value);
    if (!('secret' in value) || !value.secret) return;
    if (value.place) this.addPlace(value.place);
    if (value.is === 'known' && typeof value.value === 'string') this.addText(value.value);
  }

  private addPlace(place: Place): void {
    const inFile = this.places.get(place.file) ?? new Map<string, Place>();
    inFile.set(`${place.start}-${place.end}`, place);
    this.places.set(place.file, inFile);
  }

  /** The key as it is written, what it decodes to, and what either looks like in other encodings. */
  private addText(secret: string): void {
    const raws = [Buffer.from(secret), Buffer.from(secret, 'base64'), Buffer.from(secret, 'hex')];
    const encoded = raws.flatMap((raw) => [
      ...(['base64', 'base64url', 'hex', 'utf8'] as const).map((encoding) => raw.toString(encoding)),
      raw.toString('hex').toUpperCase(),
      encodeURIComponent(raw.toString('base64')),
    ]);
    for (const text of [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      ...encoded,
    ]) {
      if (text.length >= shortest && !text.includes('\uFFFD')) this.texts.add(text);
    }
  }
}

export function dots(text: string): string {
  return '•'.repeat(text.length);
}
