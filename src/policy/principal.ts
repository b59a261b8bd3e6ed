import { known } from './condition.ts';
import type { Principals, PrincipalTerm, RequestPrincipal } from './form.ts';
import { some, type Truth } from './truth.ts';

/**
 * Whether a `Principal` element means the one who asks (IAM reference: AWS JSON policy elements, Principal).
 * An account means all its identities, a role all its sessions. `NotPrincipal` is the exact negation.
 */
export function isMeant({ items }: Principals, principal: RequestPrincipal): Truth {
  return some(items, (item) => known(item, (text) => isOne(item, text, principal)));
}

function isOne({ kind }: PrincipalTerm, text: string, principal: RequestPrincipal): boolean {
  if (kind === 'AWS' && text === '*') return true;
  if (principal === 'anonymous') return false;
  const found = principal[kind];
  if (found === undefined) return false;
  if (kind !== 'AWS') return found === text || text === '*';
  return found === text || isAccountOf(text, found) || isRoleOf(text, found);
}

/** The account id of an ARN, or of a bare account id. */
export function accountOf(principal: string): string | undefined {
  return /^\d{12}$/.test(principal) ? principal : principal.split(':')[4];
}

function isAccountOf(wanted: string, found: string): boolean {
  const account = /^\d{12}$/.test(wanted) ? wanted : /^arn:[^:]*:iam::(\d{12}):root$/.exec(wanted)?.[1];
  return account !== undefined && accountOf(found) === account;
}

/** A session's ARN names its role without the path. */
function isRoleOf(wanted: string, found: string): boolean {
  const session = /^arn:([^:]*):sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(found);
  const role = /^arn:([^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(wanted);
  return session !== null && role !== null && [1, 2, 3].every((at) => session[at] === role[at]);
}
