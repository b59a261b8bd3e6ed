import type { Context, RequestPrincipal } from '../form.ts';

/** One way in which requests differ: the action, the resource, who asks, or what goes with a context key. */
export interface Dimension {
  name: string;
  /** Context keys (lower case) that it decides. */
  keys: string[];
  /** One of each class that the policy can tell apart; the most ordinary first. */
  options: Option[];
  /** Set where there may be other classes: why. */
  incomplete?: string;
}

/** A part of a request. */
export interface Option {
  action?: string;
  resource?: string;
  principal?: RequestPrincipal;
  context?: Context;
  /** The dimensions in which it is nothing that the policy names: an address, account, organisation that it does not know. */
  outside?: string[];
}
