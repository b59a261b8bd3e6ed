import iam from './data/iam.json' with { type: 'json' };

/** An action of IAM: its access level, the resource types it acts on, the condition keys that go with it. */
export interface Action {
  name: string;
  level: string;
  on: string[];
  keys: string[];
}

type Row = [name: string, level: string, on: string[], keys: number[]];
const { keys: keyRows, ...services } = iam as unknown as { keys: [string, string][] } & Record<string, Row[]>;

const types = new Map(keyRows.map(([name, type]) => [name.toLowerCase(), { name, type }]));
const read = new Map<string, Action[]>();

export const keyNames = keyRows.map(([name]) => name);
export const serviceNames = Object.keys(services);

/** The actions of `s3`, `kms`, …; none of a service that is not judged. */
export function actionsOf(service: string): Action[] {
  if (!read.has(service)) {
    const rows = (services as unknown as Record<string, Row[]>)[service] ?? [];
    const named = rows.map(([name, level, on, keys]) => ({
      name,
      level,
      on,
      keys: keys.map((key) => keyNames[key]!),
    }));
    read.set(service, named);
  }
  return read.get(service)!;
}

/** A condition key as IAM writes it, and its type; of `aws:PrincipalTag/team` that of `aws:PrincipalTag/*`. */
export function keyOf(key: string): { name: string; type: string } | undefined {
  const lower = key.toLowerCase();
  return types.get(lower) ?? types.get(stemOf(lower));
}

function stemOf(key: string): string {
  const slash = key.indexOf('/');
  if (slash !== -1) return `${key.slice(0, slash + 1)}*`;
  return key.replace(/^(kms:encryptioncontext:).*$/, '$1*').replace(/pcr\d+$/, 'pcr*');
}

/** Whether requests of an action can carry a key. Keys of IAM itself go with any. */
export function carries(action: Action, key: string): boolean {
  const name = keyOf(key)?.name;
  return name === undefined || name.startsWith('aws:') || action.keys.includes(name);
}
