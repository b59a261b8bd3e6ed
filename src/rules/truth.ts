/** Kleene's third value: why it cannot be known, and which path. */
export interface Doubt {
  path: string;
  reason: string;
}

export type Truth = true | false | Doubt;

/** False beats doubt. */
export function and(truths: Iterable<Truth>): Truth {
  let doubt: Doubt | undefined;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth !== true) doubt ??= truth;
  }
  return doubt ?? true;
}

/** True beats doubt. */
export function or(truths: Iterable<Truth>): Truth {
  let doubt: Doubt | undefined;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth !== false) doubt ??= truth;
  }
  return doubt ?? false;
}

export function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

/** What all say alike; where they differ, a doubt. */
export function agreed(truths: Truth[], path: string): Truth {
  const [first] = truths;
  if (first === undefined) return false;
  const doubt = truths.find((truth) => typeof truth !== 'boolean');
  if (doubt !== undefined) return doubt;
  return truths.every((truth) => truth === first)
    ? first
    : { path, reason: 'more than one belongs here, and they differ' };
}
