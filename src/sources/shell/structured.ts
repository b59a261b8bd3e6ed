import type { Place } from '../../model/place.ts';
import {
  known,
  list,
  mapArms,
  type RecordEntry,
  record,
  textOf,
  unknown,
  type Value,
} from '../../model/value.ts';
import { decodedPolicy } from '../template/policy-text.ts';

/** How the AWS CLI takes what is more than a text: JSON, or its shorthand (`Name=value,List=[a,b],Map={k=v}`). */
export function structured(value: Value, words: (place: Place) => string): Value {
  return mapArms(value, (plain) => {
    const text = textOf(plain);
    if (text === undefined) return plain;
    const { name, entry } = plain;
    if (/^\s*[{[]/.test(text)) return { ...decodedPolicy(plain, words), name, entry };
    const read = new Shorthand(text, plain.place).whole();
    return read
      ? { ...read, name, entry }
      : unknown('it is neither JSON nor shorthand', { place: plain.place, name, entry });
  });
}

class Shorthand {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly place: Place | undefined,
  ) {}

  whole(): Value | undefined {
    const value = this.map('');
    return this.at === this.text.length && value.is === 'record' && value.entries.length ? value : undefined;
  }

  private map(closing: string): Value {
    const start = this.at;
    const entries: RecordEntry[] = [];
    for (let found = this.name(); found; found = this.name()) {
      const from = this.at;
      this.at += found.length + 1;
      const name = known(found, { place: this.placed(from, from + found.length) });
      const value = this.value(closing);
      entries.push({ name, value: { ...value, name: name.place, entry: this.placed(from, this.at) } });
      if (this.text[this.at] !== ',') break;
      this.at += 1;
    }
    if (closing && this.text[this.at] === closing) this.at += 1;
    return record(entries, { place: this.placed(start, this.at) });
  }

  private name(): string | undefined {
    return /^[\w.:/-]+(?==)/.exec(this.text.slice(this.at))?.[0];
  }

  private value(closing: string): Value {
    const start = this.at;
    if (this.text[start] === '{') {
      this.at += 1;
      return { ...this.map('}'), place: this.placed(start, this.at) };
    }
    if (this.text[start] === '[') {
      this.at += 1;
      return this.list();
    }
    const end = closing ? /[,}\]]/ : /,(?=[\w.:/-]+=)|$/;
    const length = this.text.slice(start).search(end);
    this.at = length < 0 ? this.text.length : start + length;
    return this.scalar(start);
  }

  private list(): Value {
    const start = this.at - 1;
    const items: Value[] = [];
    while (this.at < this.text.length && this.text[this.at] !== ']') {
      items.push(this.value(']'));
      if (this.text[this.at] === ',') this.at += 1;
      else if (this.text[this.at] !== ']') break;
    }
    this.at = Math.min(this.at + 1, this.text.length);
    return list(items, { place: this.placed(start, this.at) });
  }

  private scalar(start: number): Value {
    const text = this.text.slice(start, this.at);
    const place = this.placed(start, this.at);
    return /^(true|false)$/.test(text) ? known(text === 'true', { place }) : known(text, { place });
  }

  /** Exact where the text is written as it is. */
  private placed(start: number, end: number): Place | undefined {
    const { place } = this;
    if (!place || place.end - place.start !== this.text.length) return place;
    return { file: place.file, start: place.start + start, end: place.start + end };
  }
}
