import { type Action, actionsOf, carries } from '../data.ts';
import type { Policy } from '../form.ts';
import { globPattern, matches } from '../pattern.ts';
import type { Dimension } from './dimension.ts';
import { serviceOf } from './headers.ts';

/** The ones that a reader knows best. */
const ordinary = [
  'GetObject',
  'PutObject',
  'ListBucket',
  'DeleteObject',
  'CreateSession',
  'Decrypt',
  'GenerateDataKey',
  'Encrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'PutBucketPolicy',
  'PutEncryptionConfiguration',
];

/** What S3 does by itself, or no request to a bucket can ask for. */
const notAsked =
  /^(Create(Bucket|AccessPoint\w*)|Replicate\w+|InitiateReplication|PauseReplication|ObjectOwnerOverride\w+|Bypass\w+|AllowVended\w+|(Tag|Untag|ListTagsFor)Resource)$/;
const kinds = /^(bucket|object|accesspoint|accesspointobject|key)$/;

/** The actions that a request to the thing of this policy can ask for. */
export function askable(policy: Policy): Map<string, Action> {
  const service = policy.type === 'key' || policy.type === 'identity' ? 'kms' : serviceOf(policy);
  const rank = ({ name }: Action) => (ordinary.indexOf(name) + ordinary.length) % ordinary.length;
  const known = (name: string) => (ordinary.includes(name) ? 0 : 1);
  const fitting = actionsOf(service).filter(
    ({ name, on }) => !notAsked.test(name) && on.some((kind) => kinds.test(kind)),
  );
  const sorted = fitting.sort(
    (a, b) => known(a.name) - known(b.name) || (known(a.name) ? 0 : rank(a) - rank(b)),
  );
  return new Map(sorted.map((action) => [`${service}:${action.name}`, action]));
}

/** One action of each class that the policy's patterns, the keys it asks for and the resource types tell apart. */
export function actionDimension(policy: Policy, keys: string[]): Dimension {
  const texts = policy.statements.flatMap(
    ({ actions }) => actions?.items.flatMap(({ text }) => text ?? []) ?? [],
  );
  const patterns = texts.map((text) => globPattern(text, true));
  const classes = new Map<string, string>();
  for (const [name, action] of askable(policy)) {
    const own = ordinary.includes(action.name) ? action.name : '';
    const bits = [...patterns.map((each) => matches(each, name)), ...keys.map((key) => carries(action, key))];
    const signature = `${own} ${action.on.filter((kind) => kinds.test(kind)).sort()} ${bits.map(Number).join('')}`;
    if (!classes.has(signature)) classes.set(signature, name);
  }
  return { name: 'action', keys: [], options: [...classes.values()].map((action) => ({ action })) };
}
