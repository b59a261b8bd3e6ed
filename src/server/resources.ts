import type { LinkedFact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { contains } from '../model/place.ts';
import { uriOf } from './diagnostics.ts';
import { toRange } from './positions.ts';
import type { Resource, ResourceFinding } from './protocol.ts';
import type { Root } from './root.ts';
import { summary } from './summary.ts';

const shownKinds = new Set(['bucket', 'key', 'policy', 'request', 'sink', 'client', 'cse']);

/** What the explorer shows of the workspace: resources with their findings and where they are used. */
export function resourcesOf(facts: LinkedFact[], findings: Finding[], root: Root): Resource[] {
  const owned = new Map<LinkedFact, Finding[]>();
  for (const finding of findings) {
    const owner = ownerOf(finding, facts);
    if (owner) owned.set(owner, [...(owned.get(owner) ?? []), finding]);
  }
  return facts
    .filter((fact) => shownKinds.has(fact.kind))
    .filter((fact) => ['bucket', 'key', 'policy'].includes(fact.kind) || owned.has(fact))
    .map((fact) => resourceOf(fact, owned.get(fact) ?? [], facts, root));
}

function resourceOf(fact: LinkedFact, findings: Finding[], facts: LinkedFact[], root: Root): Resource {
  const { file } = fact.place;
  return {
    kind: fact.kind as Resource['kind'],
    name: fact.resource ?? `${fact.kind} in ${file}`,
    summary: summary(fact),
    uri: uriOf(file, root),
    range: toRange(root.lines(file), fact.place),
    findings: findings.map((finding) => findingOf(finding, root)),
    usedAt: usersOf(fact, facts).map((user) => ({
      label: `${user.via} ${user.place.file}`,
      uri: uriOf(user.place.file, root),
      range: toRange(root.lines(user.place.file), user.place),
    })),
  };
}

function findingOf(finding: Finding, root: Root): ResourceFinding {
  const { rule, severity, message, place, fixes } = finding;
  const range = toRange(root.lines(place.file), place);
  return {
    rule,
    severity,
    message,
    uri: uriOf(place.file, root),
    range,
    fixes: fixes.map((fix) => fix.title),
  };
}

/** The fact that a finding is a mistake of: by its resource, else the smallest around its place. */
function ownerOf(finding: Finding, facts: LinkedFact[]): LinkedFact | undefined {
  const byName = facts.find(
    (fact) =>
      finding.resource !== null &&
      fact.resource === finding.resource &&
      ['bucket', 'key', 'policy'].includes(fact.kind),
  );
  const around = facts.filter((fact) => contains(fact.place, finding.place));
  return byName ?? around.sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start))[0];
}

function usersOf(fact: LinkedFact, facts: LinkedFact[]): LinkedFact[] {
  return facts.filter((other) =>
    Object.values(other.links).some((ends) => Array.isArray(ends) && ends.some((end) => end === fact)),
  );
}
