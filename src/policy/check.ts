import { type Property, properties } from '../model/kinds.ts';
import type { Place } from '../model/place.ts';
import { commandOf } from './command.ts';
import { describe } from './describe.ts';
import type { Policy, Request } from './form.ts';
import { intentOf } from './intent.ts';
import { lets } from './judge.ts';
import type { Setting } from './search/setting.ts';
import { worldOf } from './search/world.ts';

/** What was found out about one property of a policy. */
export interface Checked {
  property: Property;
  title: string;
  /** The policy means it, or the user asked for it, or it matters always: a refutation counts. */
  demanded: boolean;
  result: 'proved' | 'refuted' | 'unknown';
  counterexample?: { text: string; request: Request };
  /** The counterexample as a command of the AWS CLI. */
  command?: string;
  /** Why it is unknown. */
  reason?: string;
  /** The condition that means it. */
  place?: Place;
}

const titles: Record<Property, string> = {
  http: 'no request over plain http passes',
  oldTls: 'no request with TLS below 1.2 passes',
  unencrypted: 'no upload without an encryption header passes',
  otherEncryption: 'no upload with another encryption than required passes',
  foreignKey: "no upload under another account's KMS key passes",
  sseC: 'no upload with a customer-provided key passes',
  anyNetwork: 'no upload from an unnamed network passes',
  anyDecrypt: 'no decryption under every key is allowed',
  anonymousWrite: 'nobody unnamed may write',
  anonymousRead: 'nobody unnamed may read',
};

const ofBuckets = properties.filter((property) => property !== 'anyDecrypt');
const applicable = {
  bucket: ofBuckets,
  accessPoint: ofBuckets,
  key: ['anonymousWrite', 'anonymousRead'],
  identity: ['anyDecrypt'],
} as const;

/** Every property that applies, proved or refuted. */
export function checkPolicy(policy: Policy, setting: Setting, demanded: string[] = []): Checked[] {
  const world = worldOf(policy, setting);
  return applicable[policy.type].map((property): Checked => {
    const intent = intentOf(policy, property);
    const answer = lets(world, property);
    const place = intent?.condition.value.entry ?? intent?.condition.value.place;
    const always = property.startsWith('any') ? property !== 'anyNetwork' : property.startsWith('anonymous');
    const row = {
      property,
      title: titles[property],
      demanded: demanded.length > 0 ? demanded.includes(property) : always || intent !== undefined,
      ...(place ? { place } : {}),
    };
    if ('none' in answer) return { ...row, result: 'proved' };
    if ('doubt' in answer) return { ...row, result: 'unknown', reason: answer.doubt.reason };
    const { request } = answer;
    const command = commandOf(request);
    const counterexample = { text: describe(request), request };
    return { ...row, result: 'refuted', counterexample, ...(command ? { command } : {}) };
  });
}
