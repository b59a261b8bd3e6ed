import { type RecordValue, scalar, textOf, type Unknown, unknown, type Value } from '../model/value.ts';
import type { PolicyFault, Term } from './form.ts';
import { nearest } from './nearest.ts';

/** What a value that cannot be known stands for; a choice that was not made is one. */
export function unknownOf(value: Value): Unknown | undefined {
  if (value.is === 'unknown') return value;
  if (value.is === 'oneOf') return unknown('one of several', { place: value.place, name: value.name });
  return undefined;
}

/** The entries of a record by name; other names than those allowed, and names given twice, are faults. */
export function entriesOf(
  value: RecordValue,
  allowed: string[],
  faults: PolicyFault[],
  hints: Record<string, string>,
): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const { name, value: held } of value.entries) {
    const word = textOf(name);
    if (word === undefined || held.is === 'absent') continue;
    if (entries.has(word)) faults.push({ message: `"${word}" is given twice`, at: name });
    else if (allowed.includes(word)) entries.set(word, held);
    else faults.push(notAllowed(word, name, allowed, hints));
  }
  return entries;
}

function notAllowed(word: string, at: Value, allowed: string[], hints: Record<string, string>): PolicyFault {
  const meant = hints[word] ?? nearest(word, allowed);
  const accepted = meant ? `did you mean "${meant}"?` : `here stand ${allowed.join(', ')}`;
  return {
    message: `"${word}" is no element of a policy: ${accepted}`,
    at,
    ...(meant ? { nearest: meant } : {}),
  };
}

export function oneWord(value: Value, words: string[], element: string): PolicyFault | undefined {
  const word = scalar(value);
  if (typeof word === 'string' && words.includes(word)) return undefined;
  const meant = typeof word === 'string' ? nearest(word, words) : undefined;
  const message = `${element} is ${words.map((each) => `"${each}"`).join(' or ')}`;
  return {
    message: typeof word === 'string' ? `${message}, not "${word}"` : message,
    at: value,
    ...(meant ? { nearest: meant } : {}),
  };
}

/** The values of an element that takes one or a list. */
export function termsOf(value: Value, element: string, faults: PolicyFault[]): Term[] {
  const unseen = unknownOf(value);
  if (unseen) return [{ text: undefined, value: unseen }];
  if (value.is === 'list') {
    const items = value.items.flatMap((item) => termsOf(item, element, faults));
    return value.rest ? [...items, { text: undefined, value: value.rest }] : items;
  }
  if (value.is === 'known' && value.value !== null) return [{ text: String(value.value), value }];
  faults.push({ message: `${element} takes a string or a list of strings`, at: value });
  return [];
}
