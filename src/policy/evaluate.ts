import type { Unknown } from '../model/value.ts';
import { lookUpIn } from './condition.ts';
import type { Policy, Request } from './form.ts';
import { speaksOf } from './match.ts';

/** `statement`: the index of the one that decided, from 0; `doubt`: why it is unknown. */
export interface Verdict {
  verdict: 'allow' | 'deny' | 'none' | 'unknown';
  statement: number | null;
  doubt?: Unknown;
}

/**
 * What this policy alone says to a request (IAM reference: policy evaluation logic): the first `Deny` that speaks
 * of it, else the first `Allow`, else nothing. The context is taken as it is given.
 */
export function evaluate(policy: Policy, request: Request): Verdict {
  const lookUp = lookUpIn(request.context);
  let allow: number | undefined;
  let mayAllow: Unknown | undefined;
  let mayDeny: Unknown | undefined = policy.rest;
  for (const statement of policy.statements) {
    const { effect, index } = statement;
    if (effect === 'Allow' && allow !== undefined) continue;
    const speaks = speaksOf(statement, policy, request, lookUp);
    if (speaks === false) continue;
    if (speaks === true && effect === 'Deny') return { verdict: 'deny', statement: index };
    if (speaks === true && effect === 'Allow') allow = index;
    else if (effect === 'Allow') mayAllow ??= speaks as Unknown;
    else mayDeny ??= typeof effect === 'object' ? effect : (speaks as Unknown);
  }
  return unlessDoubted(allow, mayDeny, mayAllow);
}

function unlessDoubted(allow: number | undefined, mayDeny?: Unknown, mayAllow?: Unknown): Verdict {
  if (mayDeny) return { verdict: 'unknown', statement: null, doubt: mayDeny };
  if (allow !== undefined) return { verdict: 'allow', statement: allow };
  if (mayAllow) return { verdict: 'unknown', statement: null, doubt: mayAllow };
  return { verdict: 'none', statement: null };
}
