import type { CodeLens } from 'vscode-languageserver';
import { field, type LinkedFact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { contains } from '../model/place.ts';
import { toRange } from './positions.ts';
import type { Root } from './root.ts';
import { say, summary } from './summary.ts';

/** A line above each bucket, key and policy: what it is, how many findings, and what it lets through. */
export function lensesOf(facts: LinkedFact[], findings: Finding[], file: string, root: Root): CodeLens[] {
  const shown = facts.filter(
    (fact) => fact.place.file === file && ['bucket', 'key', 'policy'].includes(fact.kind),
  );
  return shown.flatMap((fact) => {
    const range = toRange(root.lines(file), { start: fact.place.start, end: fact.place.start });
    const count = findings.filter((finding) => isOf(finding, fact)).length;
    const parts = [summary(fact), count ? `${count} ${count === 1 ? 'finding' : 'findings'}` : ''].filter(
      Boolean,
    );
    const own = { range, command: { title: parts.join(' · ') || fact.kind, command: '' } };
    return [...(parts.length ? [own] : []), ...proof(fact, range)];
  });
}

function isOf(finding: Finding, fact: LinkedFact): boolean {
  return (
    (finding.resource !== null && finding.resource === fact.resource) || contains(fact.place, finding.place)
  );
}

function proof(fact: LinkedFact, range: CodeLens['range']): CodeLens[] {
  const prefix = fact.kind === 'policy' ? '' : 'policy.';
  const lets = field(fact, `${prefix}lets.http`);
  const example = field(fact, `${prefix}counterexamples.http`);
  if (field(fact, `${prefix}intends.http`).is !== 'known' || example.is !== 'known') return [];
  if (lets.is !== 'known' || lets.value !== true) return [];
  return [
    {
      range,
      command: {
        title: 'lets plain http through: show request',
        command: 'sselint.showRequest',
        arguments: [say(example)],
      },
    },
  ];
}
