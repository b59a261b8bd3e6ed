import type { Policy, Term } from '../form.ts';
import { arnPattern, globPattern, literalPattern, type Pattern } from '../pattern.ts';
import type { LookUp } from '../variables.ts';
import { classesOf } from './classes.ts';
import type { Dimension, Option } from './dimension.ts';
import type { Setting } from './setting.ts';
import { patternsOfTerms } from './values.ts';

const anyBucket = 'arn:aws:s3:::example-bucket';
const anyKey = 'arn:aws:kms:us-east-1:111122223333:key/aaaabbbb-cccc-dddd-eeee-ffff00001111';

/** The ARN of what a resource policy is attached to, else that which its statements name most. */
export function subjectOf(policy: Policy, setting: Setting): string {
  if (policy.type === 'key') return setting.keyArn ?? anyKey;
  return setting.bucketArn ?? mostNamed(resourceTerms(policy)) ?? anyBucket;
}

export function resourceTerms({ statements }: Policy): Term[] {
  return statements.flatMap(({ resources }) => resources?.items ?? []);
}

function mostNamed(terms: Term[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of terms) {
    const base = text && baseOf(text);
    if (base) counts.set(base, (counts.get(base) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const bases = [
  /^(arn:[\w-]+:s3:::)([^/:]+)/,
  /^(arn:[\w-]+:s3:[^:]*:[^:]*:accesspoint\/)([^/:]+)/,
  /^(arn:[\w-]+:s3express:[^:]*:[^:]*:(?:bucket|accesspoint)\/)([^/:]+)/,
];

function baseOf(text: string): string | undefined {
  for (const form of bases) {
    const [, head, name] = form.exec(text) ?? [];
    const plain = name?.replace(/[*?]+$/, '').replace(/[*?]/g, 'x');
    if (head && plain && !plain.includes('$')) return head + plain;
  }
  return undefined;
}

/** The bucket and one object of each class; the key; or, of an identity's policy, keys. */
export function resourceDimension(policy: Policy, setting: Setting, lookUps: LookUp[]): Dimension {
  const subject = subjectOf(policy, setting);
  const terms = resourceTerms(policy);
  if (policy.type === 'key') return { name: 'resource', keys: [], options: [{ resource: subject }] };
  const patterns = patternsOfTerms(terms, lookUps, (pieces) => arnPattern(pieces, true));
  if (policy.type === 'identity') return keysOf(terms, patterns);
  const stem =
    /:accesspoint\//.test(subject) && !subject.includes('s3express') ? `${subject}/object/` : `${subject}/`;
  const universe: Pattern = {
    tokens: [...literalPattern(stem).tokens, ...globPattern('?*').tokens],
    anyCase: false,
  };
  const named = terms.flatMap(({ text }) => (text?.startsWith(stem) ? [text.replace(/[*?]/g, 'x')] : []));
  const { texts, complete } = classesOf(patterns, [universe], [`${stem}report.csv`, ...named]);
  const options = [...texts, subject].map((resource) => ({ resource }));
  return {
    name: 'resource',
    keys: [],
    options,
    ...(complete ? {} : { incomplete: 'too many patterns of objects' }),
  };
}

/** Any key: of an account and Region that the policy names, or of others. */
function keysOf(terms: Term[], patterns: Pattern[]): Dimension {
  const arns = terms.flatMap(({ text }) => (text?.startsWith('arn:aws:kms:') ? [text.split(':')] : []));
  const parts = (at: number, other: string) => [
    ...new Set([other, ...arns.map((arn) => arn[at] ?? '').filter((part) => /^[\w-]+$/.test(part))]),
  ];
  const options: Option[] = parts(4, '999988887777').flatMap((account) =>
    parts(3, 'us-east-1').map((region) => ({
      resource: `arn:aws:kms:${region}:${account}:key/${anyKey.split('/')[1]}`,
    })),
  );
  const { texts } = classesOf(patterns, [globPattern('arn:aws:kms:?*:????????????:key/?*')], []);
  const seen = options.map(({ resource }) => resource);
  const any = options.map((option) => ({ ...option, outside: ['resource'] }));
  return {
    name: 'resource',
    keys: [],
    options: [...any, ...texts.filter((text) => !seen.includes(text)).map((resource) => ({ resource }))],
  };
}
