import type { Context, Request, RequestPrincipal } from './form.ts';

/** Checks a request that came from outside; a text says what is wrong with it. */
export function requestFrom(json: unknown): Request | string {
  if (!isObject(json)) return 'a request is an object with action, resource, principal and context';
  const { action, resource, principal = 'anonymous', context = {} } = json;
  if (typeof action !== 'string' || !action.includes(':')) return 'action: expected "service:Action"';
  if (typeof resource !== 'string') return 'resource: expected an ARN';
  if (!isPrincipal(principal)) {
    return 'principal: expected "anonymous" or one of {"AWS": …}, {"Service": …}, {"Federated": …}, {"CanonicalUser": …}';
  }
  if (!isObject(context)) return 'context: expected an object of condition keys';
  for (const [key, value] of Object.entries(context)) {
    if (![value].flat().every(isScalar)) return `context: expected a string or a list of strings for ${key}`;
  }
  return { action, resource, principal, context: context as Context };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const kinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function isPrincipal(value: unknown): value is RequestPrincipal {
  if (value === 'anonymous') return true;
  if (!isObject(value)) return false;
  const [[kind, name] = [], ...more] = Object.entries(value);
  return kinds.includes(kind ?? '') && typeof name === 'string' && more.length === 0;
}
