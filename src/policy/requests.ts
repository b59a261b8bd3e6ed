import type { Property } from '../model/kinds.ts';
import type { PolicyType } from './form.ts';
import type { Option } from './search/dimension.ts';
import type { Goal } from './search/find.ts';

type Fits = NonNullable<Goal['fits']>;

const words = ({ context = {} }: Option) => Object.entries(context);
const has = (option: Option, tail: string) => words(option).some(([key]) => key.endsWith(tail));
/** The wire value of the encryption that a request names. */
export function modeOf({ context = {} }: Option): string | undefined {
  const mode =
    context['s3:x-amz-server-side-encryption'] ?? context['s3express:x-amz-server-side-encryption'];
  return mode === undefined ? undefined : String(mode);
}

/** An upload; of a directory bucket the session that it needs. */
const uploads = ({ action }: Option) => action === 's3:PutObject' || action === 's3express:CreateSession';
const reads = ({ action = '' }: Option) =>
  /^(s3:(GetObject|ListBucket)|kms:(Decrypt|ReEncryptFrom))/.test(action);
const writes = ({ action = '' }: Option) =>
  /^(s3:(PutObject|DeleteObject|PutBucketPolicy|PutEncryptionConfiguration)|kms:(Encrypt|GenerateDataKey|ReEncryptTo))/.test(
    action,
  );

/** Keys that bound who may ask, or from where: an outsider has no value that a policy names. */
const bounding =
  /^(principal|aws:(source|vpc|principal|userid|username|federatedprovider|ec2)|s3:(dataaccesspoint|accesspointnetwork)|kms:(calleraccount|grant))/;
const ofKeys = /^(resource|kms:(resourcealiases|requestalias|key|multiregion)|aws:resource)/;

export const isUpload: Fits = (option, dimension) => dimension !== 'action' || uploads(option);

/** An upload whose encryption headers are of a certain sort. */
export const uploadWith =
  (headers: (option: Option) => boolean): Fits =>
  (option, dimension) =>
    isUpload(option, dimension) && (dimension !== 'encryption' || headers(option));

export const namesNothing = (option: Option) => !modeOf(option) && !namesCustomerKey(option);
export const namesCustomerKey = (option: Option) => has(option, '-customer-algorithm');
export const namesOther = (required: string[]) => (option: Option) => {
  const mode = modeOf(option);
  return mode === undefined ? namesCustomerKey(option) : !required.includes(mode);
};
const isOutside = ({ outside }: Option, dimension: string) => outside?.includes(dimension) === true;
const foreignKey = (option: Option) =>
  isOutside(option, 'encryption') && modeOf(option)?.startsWith('aws:kms') === true;

export const overHttp: Fits = ({ context }, dimension) =>
  dimension !== 'transport' || context?.['aws:SecureTransport'] === 'false';
export const overHttps: Fits = (option, dimension) =>
  dimension !== 'transport' || !overHttp(option, dimension);
const overOldTls: Fits = (option, dimension) =>
  dimension !== 'transport' ||
  words(option).some(([key, value]) => key.endsWith(':TlsVersion') && Number(value) < 1.2);

const outsider =
  (action: (option: Option) => boolean): Fits =>
  (option, dimension) => {
    if (dimension === 'action') return action(option);
    return !bounding.test(dimension) || isOutside(option, dimension);
  };

/** `anyone` needs an identity of KMS: it refuses who does not sign. */
const identified =
  (action: (option: Option) => boolean): Fits =>
  (option, dimension) =>
    outsider(action)(option, dimension) && (dimension !== 'principal' || option.principal !== 'anonymous');

/** The requests that a property is about. */
export function goalOf(property: Property, type: PolicyType): Goal {
  const anyone = type === 'key' ? identified : outsider;
  const goals: Record<Property, Goal> = {
    http: { fits: overHttp },
    oldTls: { fits: overOldTls },
    unencrypted: { fits: uploadWith(namesNothing) },
    otherEncryption: { fits: uploadWith((option) => modeOf(option) === 'AES256') },
    foreignKey: { fits: uploadWith(foreignKey) },
    sseC: { fits: uploadWith(namesCustomerKey) },
    anyNetwork: { fits: outsider(uploads) },
    anyDecrypt: {
      fits: (option, dimension) =>
        dimension === 'action' ? reads(option) : !ofKeys.test(dimension) || isOutside(option, dimension),
      allowed: true,
    },
    anonymousWrite: { fits: anyone(writes), allowed: true },
    anonymousRead: { fits: anyone(reads), allowed: true },
  };
  return goals[property];
}
