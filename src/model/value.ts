import type { Place } from './place.ts';

export type Scalar = string | number | boolean | null;

/** Where a value stands, for underlining and mending. */
export interface Written {
  /** The words of the value itself. */
  place?: Place;
  /** The words of the name it was given: a key, keyword, flag, attribute, setter. */
  name?: Place;
  /** Name and value together: what goes when the field is dropped. */
  entry?: Place;
}

/** A value that is read in full. Of a secret, `value` holds the real text inside this process only. */
export interface Known extends Written {
  is: 'known';
  value: Scalar;
  secret?: true;
  /** `value` is bytes, one a character, not text. */
  bytes?: true;
}

/** A value that cannot be followed; never the same as absent. */
export interface Unknown extends Written {
  is: 'unknown';
  reason: string;
  /** Two unknowns of one origin are the same value: the place of the expression that made it. */
  origin?: string;
  secret?: true;
}

export interface Absent extends Written {
  is: 'absent';
}

/** One value of several, by a choice that other values may hang on too. */
export interface OneOf extends Written {
  is: 'oneOf';
  /** The identity of the choice: values of one choice take the same arm together. */
  choice: string;
  arms: Arm[];
}

export interface Arm {
  /** How a message names the arm: "`cfg.sse` is true", "called in line 12". */
  when: string;
  value: Value;
}

export interface ListValue extends Written {
  is: 'list';
  items: Value[];
  /** Set where more items may follow that cannot be known. */
  rest?: Unknown;
}

export interface RecordValue extends Written {
  is: 'record';
  entries: RecordEntry[];
  /** Set where more entries may be there that cannot be known. */
  rest?: Unknown;
}

export interface RecordEntry {
  /** A known string, or unknown. */
  name: Value;
  value: Value;
}

export type Value = Known | Unknown | Absent | OneOf | ListValue | RecordValue;

export const absent: Absent = { is: 'absent' };

export function known(value: Scalar, written: Written = {}): Known {
  return { is: 'known', value, ...written };
}

export function unknown(reason: string, written: Written & { origin?: string } = {}): Unknown {
  return { is: 'unknown', reason, ...written };
}

export function list(items: Value[], written: Written = {}): ListValue {
  return { is: 'list', items, ...written };
}

export function record(entries: Record<string, Value> | RecordEntry[], written: Written = {}): RecordValue {
  const rows = Array.isArray(entries)
    ? entries
    : Object.entries(entries).map(([name, value]) => ({ name: known(name, placed(value.name)), value }));
  return { is: 'record', entries: rows, ...written };
}

function placed(place: Place | undefined): Written {
  return place ? { place } : {};
}

/** One value by a choice; collapses when all arms are the same plain value. */
export function oneOf(choice: string, given: Arm[], written: Written = {}): Value {
  const arms = given.map(({ when, value }) => ({ when, value: assume(value, new Map([[choice, when]])) }));
  const [first] = arms;
  if (!first) return absent;
  if (arms.every((arm) => isSamePlain(arm.value, first.value))) return first.value;
  return { is: 'oneOf', choice, arms, ...written };
}

function isSamePlain(a: Value, b: Value): boolean {
  if (a === b || (a.is === 'absent' && b.is === 'absent')) return true;
  return a.is === 'known' && b.is === 'known' && a.value === b.value && a.place?.start === b.place?.start;
}

/** Applies `change` to every value that can be, keeping choices. */
export function mapArms(value: Value, change: (plain: Exclude<Value, OneOf>) => Value): Value {
  if (value.is !== 'oneOf') return change(value);
  const arms = value.arms.map((arm) => ({ when: arm.when, value: mapArms(arm.value, change) }));
  return oneOf(value.choice, arms, { place: value.place, name: value.name, entry: value.entry });
}

/** Combines two values, taking arms of one choice together. */
export function combine(
  a: Value,
  b: Value,
  change: (a: Exclude<Value, OneOf>, b: Exclude<Value, OneOf>) => Value,
): Value {
  return mapUnder(a, (plainA, taken) => mapUnder(assume(b, taken), (plainB) => change(plainA, plainB)));
}

type Taken = ReadonlyMap<string, string>;

function mapUnder(
  value: Value,
  change: (plain: Exclude<Value, OneOf>, taken: Taken) => Value,
  taken: Taken = new Map(),
): Value {
  if (value.is !== 'oneOf') return change(value, taken);
  const arms = value.arms.map((arm) => ({
    when: arm.when,
    value: mapUnder(arm.value, change, new Map([...taken, [value.choice, arm.when]])),
  }));
  return oneOf(value.choice, arms, { place: value.place, name: value.name, entry: value.entry });
}

/** What remains of a value once choices are made. `taken` maps a choice to the `when` of its arm. */
export function assume(value: Value, taken: Taken): Value {
  if (value.is !== 'oneOf') return value;
  const chosen = taken.get(value.choice);
  if (chosen !== undefined) {
    const arm = value.arms.find((each) => each.when === chosen);
    return arm ? assume(arm.value, taken) : absent;
  }
  return { ...value, arms: value.arms.map((arm) => ({ when: arm.when, value: assume(arm.value, taken) })) };
}

/** The scalar of a known value, else undefined. */
export function scalar(value: Value | undefined): Scalar | undefined {
  return value?.is === 'known' ? value.value : undefined;
}

/** The text of a known string, else undefined. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.is === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

export function isWritten(value: Value | undefined): boolean {
  return value !== undefined && value.is !== 'absent';
}

/** The entry of a record by name; unknown where it may stand in what cannot be seen. */
export function entryOf(from: RecordValue, name: string): Value {
  const found = from.entries.findLast((entry) => textOf(entry.name) === name);
  if (found) return found.value;
  const unclear = from.entries.find((entry) => entry.name.is !== 'known');
  if (unclear) return unknown('an entry whose name cannot be known', { place: unclear.name.place });
  return from.rest ?? absent;
}

/** Every place at which a value, or an arm of it, stands. */
export function placesOf(value: Value): Place[] {
  if (value.is === 'oneOf') return value.arms.flatMap((arm) => placesOf(arm.value));
  return value.place ? [value.place] : [];
}
