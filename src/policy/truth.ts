import type { Unknown } from '../model/value.ts';

/** Kleene's third value is what cannot be known, with its place. */
export type Truth = boolean | Unknown;

/** False beats what cannot be known. */
export function every<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let doubt: Truth = true;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) return false;
    if (truth !== true && doubt === true) doubt = truth;
  }
  return doubt;
}

/** True beats what cannot be known. */
export function some<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let doubt: Truth = false;
  for (const item of items) {
    const truth = holds(item);
    if (truth === true) return true;
    if (truth !== false && doubt === false) doubt = truth;
  }
  return doubt;
}

export function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}
