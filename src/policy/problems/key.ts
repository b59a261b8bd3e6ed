import type { Condition, Policy } from '../form.ts';
import { comparisonOf } from '../operators.ts';
import type { Setting } from '../search/setting.ts';
import { conditionsOf } from '../search/world.ts';
import type { Problem } from './problem.ts';

/** Pitfalls of key policies (KMS developer guide: key policies, condition keys). */
export function keyProblems(policy: Policy, setting: Setting): Problem[] {
  if (policy.type !== 'key') return viaProblems(policy, setting);
  return [...withoutEffect(policy), ...viaProblems(policy, setting), ...contextProblems(policy, setting)];
}

/** KMS accepts a statement without `Resource` or `Action`, which then says nothing. */
function withoutEffect({ statements }: Policy): Problem[] {
  return statements.flatMap(({ index, actions, resources, value }): Problem[] => {
    if (value.is === 'unknown' || (actions && resources)) return [];
    const missing = [...(actions ? [] : ['Action']), ...(resources ? [] : ['Resource'])].join(' and ');
    const message = `the statement has no ${missing}: KMS accepts it, and it has no effect`;
    return [{ kind: 'statementWithoutEffect', statement: index, found: missing, message, at: value }];
  });
}

const viaS3 = /^s3\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(\.cn)?$/;
const anyService = /^[a-z0-9-]+\.([a-z]{2}(?:-[a-z]+)+-\d|\*)\.amazonaws\.com(\.cn)?$/;

/** `kms:ViaService` is `s3.REGION.amazonaws.com`, of the key's own Region. */
function viaProblems(policy: Policy, { region }: Setting): Problem[] {
  return tests(policy, /^kms:viaservice$/).flatMap(({ index, condition }) =>
    condition.terms.flatMap(({ text, value: at }): Problem[] => {
      if (text === undefined || (text.includes('*') && condition.operator.base === 'StringLike')) return [];
      const found = viaS3.exec(text)?.[1];
      const wrong = !anyService.test(text) && /^s3[.-]/.test(text);
      const elsewhere =
        found !== undefined && region !== undefined && found !== region && !names(condition, region);
      if (!wrong && !elsewhere) return [];
      const near = region && `s3.${region}.amazonaws.com`;
      const message = wrong
        ? `kms:ViaService is never "${text}": S3 calls as s3.REGION.amazonaws.com`
        : `S3 in ${region}, where this key is, never calls as "${text}"`;
      return [
        {
          kind: 'wrongViaService',
          statement: index,
          found: text,
          message,
          at,
          ...(near ? { nearest: near } : {}),
        },
      ];
    }),
  );
}

function names({ operator, terms }: Condition, region: string): boolean {
  return terms.some(
    ({ text }) => text !== undefined && comparisonOf(operator).fits(`s3.${region}.amazonaws.com`, text),
  );
}

/** With a bucket key the encryption context holds the bucket's ARN, without one the object's. */
function contextProblems(policy: Policy, { bucketKey, bucketArn }: Setting): Problem[] {
  if (bucketKey === undefined || bucketArn === undefined) return [];
  const wanted = bucketKey ? bucketArn : `${bucketArn}/report.csv`;
  const other = bucketKey ? `${bucketArn}/report.csv` : bucketArn;
  return tests(policy, /^kms:encryptioncontext:aws:s3:arn$/).flatMap(({ index, condition }): Problem[] => {
    const { operator, terms, value: at } = condition;
    const takes = (arn: string) =>
      terms.some(({ text }) => text !== undefined && comparisonOf(operator).fits(arn, text));
    if (operator.base === 'Null' || terms.some(({ text }) => text === undefined) || takes(wanted)) return [];
    if (!takes(other) && !terms.some(({ text }) => bucketKey && text?.startsWith(`${bucketArn}/`))) return [];
    const found = terms.map(({ text }) => text).join(', ');
    const near = bucketKey ? bucketArn : `${bucketArn}/*`;
    const message = `the encryption context is ${bucketKey ? "the bucket's ARN, as its bucket key is on" : "the object's ARN, as the bucket key is off"}`;
    return [{ kind: 'contextMismatch', statement: index, found, message, at, nearest: near }];
  });
}

function tests({ statements }: Policy, key: RegExp) {
  return statements.flatMap((statement) =>
    conditionsOf(statement)
      .filter((condition) => key.test(condition.key.toLowerCase()))
      .map((condition) => ({ index: statement.index, condition })),
  );
}
