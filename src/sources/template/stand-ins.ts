import { mapArms, type RecordEntry, type Value } from '../../model/value.ts';
import { fromText, textForm } from './text.ts';

/**
 * Policies are judged before the resources that they speak of have names. What a template makes or looks up is
 * something certain, and its reference stands for it in the policy; what comes from outside stays unknown.
 */

/** AWS's own example account (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html). */
const account = '111122223333';

/** The policy with stand-ins, and the name by which it knows its own bucket. */
export function withStandIns(policy: Value, ownNames: string[]): Value {
  const own = ownNames.filter((name) => name.includes('⟨')).sort((a, b) => b.length - a.length);
  return walk(policy, (text) => own.reduce((sum, name) => sum.replaceAll(name, nameOf(name)), text));
}

/** How a bucket without a name of its own is called in a policy: by its reference. */
export function nameOf(text: string): string {
  return text.replaceAll(/[⟨⟩]/g, '');
}

function walk(value: Value, own: (text: string) => string): Value {
  return mapArms(value, (plain) => {
    if (plain.is === 'list') return { ...plain, items: plain.items.map((item) => walk(item, own)) };
    if (plain.is === 'record') {
      const entries = plain.entries.map(
        (entry): RecordEntry => ({ name: walk(entry.name, own), value: walk(entry.value, own) }),
      );
      return { ...plain, entries };
    }
    const text = plain.is === 'unknown' ? textForm(plain) : undefined;
    if (text === undefined) return plain;
    const known = own(text).replaceAll(
      /⟨([^⟨⟩]*)⟩/g,
      (found, origin: string) => standIn(origin, text) ?? found,
    );
    const { place, name, entry } = plain;
    return known.includes('⟨') ? plain : fromText(known, { place, name, entry });
  });
}

/** What stands for a reference; `whole` is the text that it stands in. */
function standIn(origin: string, whole: string): string | undefined {
  const isAll = whole.length === origin.length + 2;
  if (/(caller_identity.*\.account_id|^AWS::AccountId)$/.test(origin)) return account;
  if (/^arn:[^:]*:(iam|sts)::/.test(whole) && /account/i.test(origin)) return account;
  if (!isMade(origin)) return undefined;
  if (isAll && /kms/i.test(origin) && /arn$/i.test(origin))
    return `arn:aws:kms:us-east-1:${account}:key/${origin}`;
  if (isAll && isPrincipal.test(origin)) return `arn:aws:iam::${account}:role/${origin}`;
  return origin;
}

const isPrincipal =
  /(iam_arn|aws_iam_[a-z_]+\..*arn|caller_identity.*arn|iam_session_context.*arn|elb_service_account.*arn)$/;

/** Made by the template, or looked up by it: not what someone gives it. */
function isMade(origin: string): boolean {
  return (
    /^(module\.[^.]+\.)*(data\.)?aws_\w+\./.test(origin) &&
    !/^(module\.[^.]+\.)*data\.aws_(region|ssm_parameter|secretsmanager)/.test(origin)
  );
}
