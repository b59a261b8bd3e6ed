import type { RecordValue, Unknown, Value } from '../model/value.ts';

export type PolicyType = 'bucket' | 'accessPoint' | 'key' | 'identity';

/** A policy document, whatever the syntax it was written in. */
export interface Policy {
  type: PolicyType;
  /** Policy variables are replaced from `2012-10-17` on; without a `Version` it is `2008-10-17`. */
  variables: boolean;
  statements: Statement[];
  /** Set where more statements may be there that cannot be known. */
  rest?: Unknown;
  /** What makes it no valid policy document. */
  faults: PolicyFault[];
  value: Value;
}

export interface PolicyFault {
  message: string;
  /** The words that are wrong. */
  at: Value;
  statement?: number;
  nearest?: string;
}

export interface Statement {
  index: number;
  sid?: string;
  effect: 'Allow' | 'Deny' | Unknown;
  /** None in identity policies: the request's principal is whoever the policy is attached to. */
  principals?: Principals;
  actions?: Terms;
  resources?: Terms;
  conditions: Condition[] | Unknown;
  /** The statement itself; an unknown one may say anything. */
  value: RecordValue | Unknown;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface Terms {
  negated: boolean;
  items: Term[];
  value: Value;
}

/** `text` is undefined where it cannot be known; `value` tells why. */
export interface Term {
  text: string | undefined;
  value: Value;
}

export interface Principals {
  negated: boolean;
  items: PrincipalTerm[];
  value: Value;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface PrincipalTerm extends Term {
  kind: PrincipalKind;
}

/** One key under one operator: true where any of its values fits (none, of a negated operator). */
export interface Condition {
  operator: Operator;
  /** As written, for messages; compared without regard to case. */
  key: string;
  terms: Term[];
  /** The condition's value; its `name` and `entry` are those of the key. */
  value: Value;
}

export interface Operator {
  name: string;
  base: string;
  negated: boolean;
  ifExists: boolean;
  set?: 'ForAllValues' | 'ForAnyValue';
}

export type Scalars = string | number | boolean;
export type Context = Record<string, Scalars | Scalars[]>;

export type RequestPrincipal = 'anonymous' | Partial<Record<PrincipalKind, string>>;

/** A request as IAM sees it. Names of context keys have no case. */
export interface Request {
  action: string;
  resource: string;
  principal: RequestPrincipal;
  context: Context;
}
