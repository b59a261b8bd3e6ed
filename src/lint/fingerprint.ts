import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

type Identified = Pick<Finding, 'rule' | 'message' | 'resource' | 'place'>;

/**
 * One identity for each finding that lives on when its lines move: rule, file, resource and message,
 * and which of those that are alike in all of that it is. The key material of a text is no part of it.
 */
export function fingerprints(findings: Identified[]): string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, message, resource, place }) => {
    const steady = message.replace(/\bline \d+/g, 'line');
    const same = [rule, place.file, resource ?? '', steady].join('\0');
    const count = (counts.get(same) ?? 0) + 1;
    counts.set(same, count);
    return createHash('sha256').update(`${same}\0${count}`).digest('hex').slice(0, 32);
  });
}
