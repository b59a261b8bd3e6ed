/** A version as numbers; what stands after them (`-beta`) is left out. */
type Version = number[];

function parse(text: string): Version | undefined {
  const found = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text.trim());
  return found ? [found[1], found[2], found[3]].map((part) => Number(part ?? 0)) : undefined;
}

function isBelow(a: Version, b: Version): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at !== -1 && a[at]! < b[at]!;
}

/**
 * Whether every version that a constraint allows is below `fixed`: true, false where none is, undefined where it
 * may be either. Reads `1.2.3`, `==`, `^`, `~`, `~=`, `~>`, `>=`, `<`, `1.x`, `1.+` and intervals `[1.0,2.0)`.
 */
export function isBelowFixed(constraint: string, fixed: string): boolean | undefined {
  const first = parse(fixed)!;
  const bounds = boundsOf(constraint);
  if (!bounds) return undefined;
  if (bounds.min && !isBelow(bounds.min, first)) return false;
  if (bounds.max && (isBelow(bounds.max, first) || (!bounds.includes && !isBelow(first, bounds.max))))
    return true;
  return undefined;
}

interface Bounds {
  min?: Version;
  max?: Version;
  /** The upper bound is allowed itself. */
  includes?: boolean;
}

function boundsOf(constraint: string): Bounds | undefined {
  const text = constraint.trim();
  const interval = /^[[(]\s*([^,\s]*)\s*,\s*([^,\s]*)\s*([\])])$/.exec(text);
  if (interval) return { min: parse(interval[1]!), max: parse(interval[2]!), includes: interval[3] === ']' };
  if (text.includes('||') || text.includes('!')) return undefined;
  const parts = text.split(/\s*,\s*|\s+(?=[<>=~^])/).filter(Boolean);
  const bounds: Bounds = {};
  for (const part of parts) {
    const one = boundsOfOne(part);
    if (!one) return undefined;
    if (one.min) bounds.min = one.min;
    if (one.max) Object.assign(bounds, { max: one.max, includes: one.includes });
  }
  return bounds;
}

function boundsOfOne(part: string): Bounds | undefined {
  const [, operator = '', words = ''] = /^([<>=~^!]*)\s*\[?([^\]]*)\]?$/.exec(part) ?? [];
  const version = parse(words);
  if (!version) return undefined;
  const open = /(^|\.)[x*+]/i.test(words);
  const given = words.split('.').filter((each) => /^v?\d/.test(each)).length;
  const [major, minor] = version as [number, number, number];
  if (operator === '>=' || operator === '>') return { min: version };
  if (operator === '<') return { max: version };
  if (operator === '<=') return { max: version, includes: true };
  if (operator === '^') return { min: version, max: [major + 1, 0, 0] };
  if (operator === '~' || (open && given === 2)) return { min: version, max: [major, minor + 1, 0] };
  if (operator === '~=' || operator === '~>') {
    return { min: version, max: given > 2 ? [major, minor + 1, 0] : [major + 1, 0, 0] };
  }
  if (open) return { min: version, max: [major + 1, 0, 0] };
  return { min: version, max: version, includes: true };
}
