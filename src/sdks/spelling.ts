import { sdks } from './catalogue.ts';
import { bare } from './members.ts';
import type { Sdk } from './sdk.ts';

export function sdkNamed(name: string): Sdk | undefined {
  return sdks.find((sdk) => sdk.sdk === name);
}

/** How an SDK spells one of S3's members; `like` is a neighbour's name, whose prefix (`set`, `With`) is kept. */
export function spelled(member: string, sdk: Sdk, like = ''): string {
  const own = Object.entries(sdk.members ?? {}).find(([, of]) => of === member)?.[0];
  const prefix = /^(set_|[sS]et|[wW]ith)(?=[A-Z_a-z])/.exec(like)?.[0] ?? '';
  const spelling = prefix && sdk.spelling.endsWith('Pascal') ? 'pascal' : sdk.spelling;
  const plain = own && bare(own) !== own ? own : spelledAs(member, spelling);
  return prefix && !prefix.endsWith('_')
    ? `${prefix}${plain[0]!.toUpperCase()}${plain.slice(1)}`
    : `${prefix}${plain}`;
}

function spelledAs(member: string, spelling: Sdk['spelling']): string {
  if (spelling === 'pascal') return member;
  if (spelling === 'setPascal') return `Set${member}`;
  if (spelling === 'withPascal') return `With${member}`;
  const camel = member.replace(/^(SSEKMS|SSE|[A-Z])/, (head) => head.toLowerCase());
  if (spelling === 'camel') return camel;
  return camel.replace('MD5', 'Md5').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
