import type { LinkedFact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import { groupedBy } from './group.ts';
import type { RawFinding } from './judge.ts';
import type { Rule } from './rule.ts';

/** Leaves out what a more specific rule speaks for: at the same place, on the same fact, or on a linked fact of another kind. */
export function withoutSuperseded(findings: RawFinding[], rules: Rule[]): RawFinding[] {
  const supersedes = new Map(rules.map((rule) => [rule.id, new Set(rule.supersedes)]));
  const speakers = new Speakers(findings.filter((each) => supersedes.get(each.rule)?.size));
  const isSilenced = (each: RawFinding) =>
    speakers
      .near(each)
      .some((speaker) => supersedes.get(speaker.rule)!.has(each.rule) && speaksFor(speaker, each));
  return findings.filter((each) => !isSilenced(each));
}

/** Findings of rules that may speak for others, to be found from those others. */
class Speakers {
  private readonly byPlace: Map<string, RawFinding[]>;
  private readonly byFact: Map<LinkedFact, RawFinding[]>;
  private readonly byEnd = new Map<LinkedFact, RawFinding[]>();

  constructor(speakers: RawFinding[]) {
    this.byPlace = groupedBy(speakers, (each) => placeKey(each.place));
    this.byFact = groupedBy(speakers, (each) => each.fact);
    for (const [fact, ofFact] of this.byFact) {
      for (const end of ends(fact)) this.byEnd.set(end, [...(this.byEnd.get(end) ?? []), ...ofFact]);
    }
  }

  near({ place, fact }: RawFinding): RawFinding[] {
    const facts = [fact, ...ends(fact)];
    return [
      ...(this.byPlace.get(placeKey(place)) ?? []),
      ...facts.flatMap((each) => this.byFact.get(each) ?? []),
      ...(this.byEnd.get(fact) ?? []),
    ];
  }
}

/** The facts of another kind at the ends of a fact's links: another request has mistakes of its own. */
function ends(fact: LinkedFact): LinkedFact[] {
  return Object.values(fact.links)
    .flatMap((each) => (Array.isArray(each) ? each : []))
    .filter((each) => each.kind !== fact.kind);
}

/** Of an entry of a list only where the places touch: another entry is another mistake. */
function speaksFor(speaker: RawFinding, other: RawFinding): boolean {
  return !other.ofEntry || touches(speaker.place, other.place);
}

function touches(a: Place, b: Place): boolean {
  return a.file === b.file && a.start <= b.end && b.start <= a.end;
}

export function placeKey({ file, start, end }: Place): string {
  return `${file}\0${start}\0${end}`;
}
