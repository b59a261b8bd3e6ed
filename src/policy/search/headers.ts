import type { Condition, Policy } from '../form.ts';
import { arnPattern, globPattern } from '../pattern.ts';
import type { LookUp } from '../variables.ts';
import { classesOf } from './classes.ts';
import type { Dimension, Option } from './dimension.ts';
import { patternsOf } from './values.ts';

/** `s3` or `s3express`: the service whose condition keys speak of encryption. */
export const encryptionKeys = (service: string) => ({
  sse: `${service}:x-amz-server-side-encryption`,
  kid: `${service}:x-amz-server-side-encryption-aws-kms-key-id`,
  calg: `${service}:x-amz-server-side-encryption-customer-algorithm`,
});

/**
 * The encryption headers that an upload can carry: those of S3 or of a customer's key, never both; a KMS key id
 * only with a KMS mode. A key id reaches a policy as the key's ARN.
 */
export function encryptionDimension(
  policy: Policy,
  conditions: Condition[],
  own: string,
  lookUps: LookUp[],
): Dimension {
  const { sse, kid, calg } = encryptionKeys(serviceOf(policy));
  const ofKey = conditions.filter(({ key }) => key.toLowerCase() === kid);
  const accounts = globPattern(`arn:aws*:kms:*:${own}:key/?*`);
  const patterns = [...ofKey.flatMap((condition) => patternsOf(condition, lookUps)), accounts];
  const named = ofKey.flatMap(({ terms }) =>
    terms.flatMap(({ text }) => (text ? [text.replace(/[*?]/g, 'x')] : [])),
  );
  const key = (account: string) =>
    `arn:aws:kms:us-east-1:${account}:key/0a1b2c3d-0000-4444-8888-0a1b2c3d4e5f`;
  const seeds = [key('999988887777'), key(own), ...named];
  const { texts, complete } = classesOf(
    patterns,
    [arnPattern('arn:aws*:kms:?*:????????????:key/?*')!],
    seeds,
  );
  const keyed = (mode: string) =>
    [{}, ...texts.map((id) => ({ [kid]: id }))].map((more) => ({ [sse]: mode, ...more }));
  const contexts = [
    {},
    { [sse]: 'AES256' },
    ...keyed('aws:kms'),
    ...keyed('aws:kms:dsse'),
    { [calg]: 'AES256' },
  ];
  const options = contexts.map((context): Option => {
    const id = context[kid as keyof typeof context] as string | undefined;
    const account = id?.split(':')[4];
    const foreign = account !== undefined && account !== own && !namesAccount(ofKey, account);
    return { context, ...(foreign ? { outside: ['encryption'] } : {}) };
  });
  const keys = [sse, kid, calg];
  return {
    name: 'encryption',
    keys,
    options,
    ...(complete ? {} : { incomplete: 'too many patterns of keys' }),
  };
}

/** Whether a condition on key ids spells out an account: then its keys are meant to be used. */
function namesAccount(conditions: Condition[], account: string): boolean {
  return conditions.some(({ terms }) => terms.some(({ text }) => text?.split(':')[4] === account));
}

export function serviceOf(policy: Policy): 's3' | 's3express' {
  const express = policy.statements.some(({ actions }) =>
    actions?.items.some(({ text }) => /^s3express:/i.test(text ?? '')),
  );
  return express ? 's3express' : 's3';
}

/** `aws:SecureTransport` is always there, a TLS version only over https. */
export function transportDimension(service: string): Dimension {
  const version = `${service}:TlsVersion`;
  const https = ['1.3', '1.2', '1.1', '1.0'].map((tls) => ({
    context: { 'aws:SecureTransport': 'true', [version]: tls },
  }));
  const options = [...https, { context: { 'aws:SecureTransport': 'false' } }];
  return { name: 'transport', keys: ['aws:securetransport', version.toLowerCase()], options };
}
