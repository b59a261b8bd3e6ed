import { field, type LinkedFact } from '../model/fact.ts';
import { properties } from '../model/kinds.ts';
import type { Value } from '../model/value.ts';

/** A value in words, without what is secret. */
export function say(value: Value): string {
  if (value.is === 'absent') return '—';
  if (value.is === 'unknown') return `unknown (${value.reason})`;
  if (value.is === 'oneOf') return value.arms.map((arm) => `${say(arm.value)} where ${arm.when}`).join(', ');
  if (value.is === 'list') return value.items.map(say).join(', ');
  if (value.is === 'record') return value.entries.map((entry) => say(entry.name)).join(', ');
  return value.secret ? `a secret of ${String(value.value).length} characters` : String(value.value);
}

/** A fact's encryption in a few words: `SSE-KMS · alias/x · bucket key on`. */
export function summary(fact: LinkedFact): string {
  const at = (path: string) => field(fact, path);
  const parts: string[] = [];
  const mode = at('encryption.mode');
  if (mode.is !== 'absent')
    parts.push(mode.is === 'known' && mode.value === 'default' ? 'SSE-S3 by default' : say(mode));
  if (at('encryption.keyId').is === 'known') parts.push(say(at('encryption.keyId')));
  const bucketKey = at('encryption.bucketKey');
  if (bucketKey.is === 'known') parts.push(`bucket key ${bucketKey.value ? 'on' : 'off'}`);
  const rotation = at('rotation.enabled');
  if (fact.kind === 'key' && rotation.is === 'known') parts.push(`rotation ${rotation.value ? 'on' : 'off'}`);
  const prefix = fact.kind === 'policy' ? '' : 'policy.';
  if (at(`${prefix}written`).is === 'known' && at(`${prefix}lets.http`).is === 'known') {
    parts.push(
      at(`${prefix}lets.http`).is === 'known' && say(at(`${prefix}lets.http`)) === 'true'
        ? 'lets plain http through'
        : 'https only',
    );
  }
  return parts.join(' · ');
}

const words: Record<(typeof properties)[number], string> = {
  http: 'plain http',
  oldTls: 'TLS below 1.2',
  unencrypted: 'uploads that name no encryption',
  otherEncryption: 'uploads with another encryption',
  foreignKey: "uploads under any key, another account's too",
  sseC: 'uploads with customer keys (SSE-C)',
  anyNetwork: 'uploads from any network',
  anyDecrypt: 'decryption with any key',
  anonymousWrite: 'anonymous writes',
  anonymousRead: 'anonymous reads',
};

/** What a policy lets through, with the request that proves it, as rows of Markdown. */
export function policyRows(fact: LinkedFact): string[] {
  const prefix = fact.kind === 'policy' ? '' : 'policy.';
  return properties.flatMap((property) => {
    const lets = field(fact, `${prefix}lets.${property}`);
    if (lets.is !== 'known') return [];
    const example = field(fact, `${prefix}counterexamples.${property}`);
    const proof = lets.value && example.is === 'known' ? `: ${say(example)}` : '';
    return [`- ${lets.value ? 'lets through' : 'denies'} ${words[property]}${proof}`];
  });
}
