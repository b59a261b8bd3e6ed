/** An address as a number, of 32 or 128 bits; undefined where the text is none. */
export interface Address {
  bits: 32 | 128;
  number: bigint;
}

export interface Network extends Address {
  prefix: number;
}

export function addressOf(text: string): Address | undefined {
  return text.includes(':') ? sixOf(text) : fourOf(text);
}

/** `192.0.2.0/24`, `2001:db8::/32`, or a single address. */
export function networkOf(text: string): Network | undefined {
  const [first = '', length, ...more] = text.split('/');
  const address = addressOf(first);
  if (!address || more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const prefix = length === undefined ? address.bits : Number(length);
  return prefix <= address.bits ? { ...address, prefix } : undefined;
}

export function isWithin(address: Address, network: Network): boolean {
  const rest = BigInt(network.bits - network.prefix);
  return address.bits === network.bits && address.number >> rest === network.number >> rest;
}

/** The first and last address of a network. */
export function boundsOf({ bits, number, prefix }: Network): [bigint, bigint] {
  const rest = BigInt(bits - prefix);
  const first = (number >> rest) << rest;
  return [first, first | ((1n << rest) - 1n)];
}

export function writeAddress({ bits, number }: Address): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => (number >> BigInt(16 * (7 - at))) & 0xffffn);
  return groups.map((group) => group.toString(16)).join(':');
}

function fourOf(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return { bits: 32, number: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
}

function sixOf(text: string): Address | undefined {
  const [head = '', tail, ...more] = text.split('::');
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  if (more.length > 0 || !before || !after) return undefined;
  const gap = 8 - before.length - after.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return undefined;
  const groups = [...before, ...Array<bigint>(gap).fill(0n), ...after];
  return { bits: 128, number: groups.reduce((sum, group) => sum * 65536n + group, 0n) };
}

/** Groups of 16 bits, the last two perhaps written as an IPv4 address. */
function groupsOf(text: string): bigint[] | undefined {
  if (text === '') return [];
  const groups: bigint[] = [];
  for (const part of text.split(':')) {
    const four = part.includes('.') ? fourOf(part) : undefined;
    if (four) groups.push(four.number >> 16n, four.number & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}
