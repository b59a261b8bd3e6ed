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
import { absent, known, mapArms, textOf, type Unknown, type Value } from '../model/value.ts';
import { bare } from './members.ts';
import type { Sdk } from './sdk.ts';
import type { Connection } from './transport.ts';

export interface ClientOptions extends Connection {
  signature: Value;
}

const deepest = 7;
const mostParts = 300;

/** How much deeper options are looked for, and in how many more objects: a client can hold half a program. */
interface Reach {
  depth: number;
  left: { parts: number };
}

/** What a client's options say, wherever below its construction they stand: config objects, agents, lambdas. */
export function clientOptions(client: Thing, sdk: Sdk, frame: Frame): ClientOptions {
  const options: ClientOptions = { endpoint: absent, secure: absent, verified: absent, signature: absent };
  const meanings = Object.fromEntries(
    Object.entries(sdk.options ?? {}).map(([name, meaning]) => [bare(name), meaning]),
  );
  gather(client, meanings, options, frame, { depth: deepest, left: { parts: mostParts } });
  const hidden = hiddenOptions(client, frame);
  if (!hidden) return options;
  const written = Object.entries(options).filter(([, value]) => value.is !== 'absent');
  return {
    endpoint: hidden,
    secure: hidden,
    verified: hidden,
    signature: hidden,
    ...Object.fromEntries(written),
  };
}

/** Options that are handed in from where nothing can be seen. */
function hiddenOptions(client: Thing, frame: Frame): Unknown | undefined {
  if (client.is !== 'instance') return undefined;
  for (const { name, thing } of client.made) {
    if (name !== undefined) continue;
    if (thing.is === 'unknown') return thing;
    const rest =
      thing.is === 'instance' && thing.type === undefined ? frame.state.contents(thing.id).rest : undefined;
    if (rest) return rest;
  }
  return undefined;
}

/** Options below these are another connection's. */
const others = /credential|logger|retry/i;

type Meanings = Record<string, string>;

function gather(thing: Thing, meanings: Meanings, options: ClientOptions, frame: Frame, reach: Reach): void {
  reach.left.parts -= 1;
  if (reach.depth === 0 || reach.left.parts < 0) return;
  const inside = { ...reach, depth: reach.depth - 1 };
  if (thing.is === 'function') {
    const built = make(frame, thing.place, undefined, { type: '?options' });
    applyTo(thing, built, frame);
    gather(built, meanings, options, frame, inside);
  }
  if (thing.is === 'many') {
    gatherMany(thing, meanings, options, frame, reach);
    return;
  }
  if (thing.is !== 'instance') return;
  for (const arg of [...thing.made, ...thing.trail.flatMap((step) => step.args)]) {
    if (arg.name === undefined) gather(arg.thing, meanings, options, frame, inside);
    else
      take(arg.name, arg.thing, () => ({
        ...plainOf(arg.thing, frame),
        name: arg.namePlace,
        entry: arg.place,
      }));
  }
  for (const name of entryNames(thing, frame)) {
    const slot = entry(thing, name, frame);
    if (slot) take(name, slot.thing, () => slotValue(slot, frame));
  }
  for (const item of frame.state.contents(thing.id).items ?? [])
    gather(item, meanings, options, frame, inside);

  function take(name: string, inner: Thing, value: () => Value): void {
    if (others.test(name)) return;
    const plain = bare(name);
    const meaning = meanings[plain] ?? meanings[plain.replace(/^(set|with|add)/, '')];
    if (meaning !== undefined) set(options, meaning, fromText(value(), inner, frame));
    if (meaning === undefined || inner.is === 'instance') gather(inner, meanings, options, frame, inside);
  }
}

/** `new AWS.Endpoint('http://…')`, `new URL('http://…')`: an object made of one text is that text. */
function fromText(value: Value, thing: Thing, frame: Frame): Value {
  if (thing.is !== 'instance' || thing.made.length !== 1 || entryNames(thing, frame).length > 0) return value;
  const { name, entry: whole } = value;
  return { ...plainOf(thing.made[0]!.thing, frame), name, entry: whole };
}

/** A client that is one of several: options that all arms agree on stand; the others are that arm's own. */
function gatherMany(
  thing: Extract<Thing, { is: 'many' }>,
  meanings: Meanings,
  options: ClientOptions,
  frame: Frame,
  reach: Reach,
): void {
  const arms = thing.arms.map((arm) => {
    const own: ClientOptions = { endpoint: absent, secure: absent, verified: absent, signature: absent };
    gather(arm.thing, meanings, own, frame, reach);
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
