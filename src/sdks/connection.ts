import {
  applyTo,
  entry,
  entryNames,
  type Frame,
  make,
  plainOf,
  slotValue,
  type Thing,
} from '../evaluate/index.ts';
import { absent, known, mapArms, textOf, type Value } from '../model/value.ts';
import { bare } from './members.ts';
import type { Sdk } from './sdk.ts';
import type { Connection } from './transport.ts';

export interface ClientOptions extends Connection {
  signature: Value;
}

const deepest = 4;

/** What a client's options say, wherever below its construction they stand: config objects, agents, lambdas. */
export function clientOptions(client: Thing, sdk: Sdk, frame: Frame): ClientOptions {
  const options: ClientOptions = { endpoint: absent, secure: absent, verified: absent, signature: absent };
  const meanings = Object.fromEntries(
    Object.entries(sdk.options ?? {}).map(([name, meaning]) => [bare(name), meaning]),
  );
  gather(client, meanings, options, frame, deepest);
  return options;
}

type Meanings = Record<string, string>;

function gather(thing: Thing, meanings: Meanings, options: ClientOptions, frame: Frame, depth: number): void {
  if (depth === 0) return;
  if (thing.is === 'function') {
    const built = make(frame, thing.place, undefined, { type: '?options' });
    applyTo(thing, built, frame);
    gather(built, meanings, options, frame, depth - 1);
  }
  if (thing.is === 'many') {
    gatherMany(thing, meanings, options, frame, depth);
    return;
  }
  if (thing.is !== 'instance') return;
  for (const arg of [...thing.made, ...thing.trail.flatMap((step) => step.args)]) {
    if (arg.name === undefined) gather(arg.thing, meanings, options, frame, depth - 1);
    else take(arg.name, { ...plainOf(arg.thing, frame), name: arg.namePlace, entry: arg.place }, arg.thing);
  }
  for (const name of entryNames(thing, frame)) {
    const slot = entry(thing, name, frame);
    if (slot) take(name, slotValue(slot, frame), slot.thing);
  }
  for (const item of frame.state.contents(thing.id).items ?? [])
    gather(item, meanings, options, frame, depth - 1);

  function take(name: string, value: Value, inner: Thing): void {
    const plain = bare(name);
    const meaning = meanings[plain] ?? meanings[plain.replace(/^(set|with|add)/, '')];
    if (meaning !== undefined) set(options, meaning, value);
    if (meaning === undefined || inner.is === 'instance') gather(inner, meanings, options, frame, depth - 1);
  }
}

/** A client that is one of several: options that all arms agree on stand; the others are that arm's own. */
function gatherMany(
  thing: Extract<Thing, { is: 'many' }>,
  meanings: Meanings,
  options: ClientOptions,
  frame: Frame,
  depth: number,
): void {
  const arms = thing.arms.map((arm) => {
    const own: ClientOptions = { endpoint: absent, secure: absent, verified: absent, signature: absent };
    gather(arm.thing, meanings, own, frame, depth);
    return { when: arm.when, own };
  });
  for (const key of ['endpoint', 'secure', 'verified', 'signature'] as const) {
    const values = arms.map((arm) => ({ when: arm.when, value: arm.own[key] }));
    if (values.some((each) => each.value.is !== 'absent')) {
      options[key] = { is: 'oneOf', choice: thing.choice, arms: values };
    }
  }
}

function set(options: ClientOptions, meaning: string, value: Value): void {
  if (meaning === 'endpoint') options.endpoint = asText(value);
  if (meaning === 'secure') options.secure = asFlag(value, false);
  if (meaning === 'insecure') options.secure = asFlag(value, true);
  if (meaning === 'verified') options.verified = asFlag(value, false);
  if (meaning === 'unverified') options.verified = asFlag(value, true);
  if (meaning === 'signature') options.signature = value;
  if (meaning === 'scheme') options.secure = mapArms(value, schemeFlag);
}

function asText(value: Value): Value {
  return mapArms(value, (each) => (each.is === 'known' && textOf(each) === undefined ? absent : each));
}

function asFlag(value: Value, inverted: boolean): Value {
  return mapArms(value, (each) => {
    if (each.is !== 'known') return each;
    if (typeof each.value === 'boolean') return { ...each, value: each.value !== inverted };
    if (typeof each.value === 'number' && each.value <= 1)
      return { ...each, value: (each.value === 1) !== inverted };
    // A path of a bundle of certificates, say: checked.
    return absent;
  });
}

function schemeFlag(value: Exclude<Value, { is: 'oneOf' }>): Value {
  const text =
    value.is === 'known' ? String(value.value) : value.is === 'unknown' ? (value.origin ?? '') : '';
  const scheme = /(^|\.)(https?)$/i.exec(text)?.[2]?.toLowerCase();
  if (scheme) return known(scheme === 'https', { place: value.place, name: value.name, entry: value.entry });
  return value.is === 'unknown' ? value : absent;
}
