import { textOf, type Value } from '../../model/value.ts';
import { type Meaning, type Settings, settings as services } from '../../sdks/index.ts';
import type { Setting } from './setting.ts';

/** What one service is told in one place: for one bucket, section or statement. */
export interface Told {
  service: Settings;
  says: Partial<Record<Meaning, Value>>;
  bucket?: string;
  group: string;
}

/** Which services the settings of a file are for. */
export function toldIn(path: string, all: Setting[]): Told[] {
  return services.flatMap((service) => {
    if (service.files && !new RegExp(service.files, 'i').test(path)) return [];
    return ofService(service, all);
  });
}

function ofService(service: Settings, all: Setting[]): Told[] {
  const names = new Map(
    Object.entries(service.names).map(([name, meaning]) => [name.toLowerCase(), meaning]),
  );
  const found = new Map<string, Told>();
  for (const setting of all) {
    const named = nameIn(service, setting.name);
    const meaning = named && (names.get(named.name.toLowerCase()) as Meaning | undefined);
    if (!meaning || !meets(service, setting.group, all)) continue;
    const group = service.prefixes && !/^(snowflake|redshift)$/.test(service.via) ? '' : setting.group;
    const key = keyFor(found, `${group}\0${named.bucket ?? ''}`, meaning);
    const told = found.get(key) ?? {
      service,
      says: {},
      group,
      ...(named.bucket && { bucket: named.bucket }),
    };
    told.says[meaning] = setting.value;
    found.set(key, told);
  }
  return [...found.values()];
}

/** Two settings of one meaning are two things that are told: `AWS_ENDPOINT_URL`, `S3_ENDPOINT`. */
function keyFor(found: Map<string, Told>, key: string, meaning: Meaning): string {
  return found.get(key)?.says[meaning] ? keyFor(found, `${key}\0`, meaning) : key;
}

/** A setting's name without the service's prefix, and the bucket that it is for alone. */
function nameIn(service: Settings, name: string): { name: string; bucket?: string } | undefined {
  if (!service.prefixes) return { name: withoutPath(service, name) };
  const lower = name.toLowerCase();
  const own = service.prefixes
    .map((prefix) => ({ prefix, at: lower.indexOf(prefix.toLowerCase()) }))
    .find(({ at }) => at === 0 || (at > 0 && lower[at - 1] === '.'));
  if (!own) return undefined;
  const rest = name.slice(own.at + own.prefix.length);
  const bucket = service.perBucket && new RegExp(`^${service.perBucket}(?=[a-z])`).exec(rest);
  return bucket ? { name: rest.slice(bucket[0].length), bucket: bucket[1]! } : { name: rest };
}

/** In a tree, what stands before a name is only where it hangs. */
function withoutPath(service: Settings, name: string): string {
  const lower = name.toLowerCase();
  const own = Object.keys(service.names).find((each) => lower.endsWith(`.${each.toLowerCase()}`));
  return own ?? name;
}

function meets(service: Settings, group: string, all: Setting[]): boolean {
  return Object.entries(service.requires ?? {}).every(([name, wanted]) =>
    all.some((each) => each.group === group && each.name === name && textOf(each.value) === wanted),
  );
}
