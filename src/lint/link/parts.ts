import type { AnyFact } from '../../model/fact.ts';
import { absent, assume, mapArms, textOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { scopeOf } from './modules.ts';

/** Finds things by the texts that others refer to them by, each within its scope. */
export class Names {
  private readonly byName = new Map<string, AnyFact[]>();

  add(fact: AnyFact, names: Iterable<string> = namesOf(fact)): void {
    for (const name of names) {
      const key = `${scopeOf(fact)}\0${name}`;
      this.byName.set(key, [...(this.byName.get(key) ?? []), fact]);
    }
  }

  find(scope: string | undefined, name: string): AnyFact[] {
    return this.byName.get(`${scope}\0${name}`) ?? [];
  }
}

export function namesOf(fact: AnyFact): string[] {
  const names = fact.joins?.names;
  return names?.is === 'list' ? names.items.flatMap((each) => textOf(each) ?? []) : [];
}

/** The things that a part may belong to, each with the condition under which it does. */
export interface Belonging {
  whole: AnyFact;
  /** Known true, or by a choice. */
  holds: Value;
}

export function belongings(part: AnyFact, names: Names): Belonging[] | Unknown {
  const of = part.joins?.of ?? absent;
  const wholes = new Set<AnyFact>();
  let lost: Unknown | undefined;
  mapArms(of, (plain) => {
    const name = textOf(plain);
    const found = name === undefined ? [] : names.find(scopeOf(part), name);
    for (const each of found) wholes.add(each);
    if (found.length === 0 && plain.is !== 'absent')
      lost ??= plain.is === 'unknown' ? plain : unknown(`${name} is not declared here`, { origin: name });
    return plain;
  });
  if (wholes.size === 0) return lost ?? unknown('it belongs to nothing that is declared here');
  return [...wholes].map((whole) => ({
    whole,
    holds: both(whichIs(of, whole, part, names), part.joins?.exists),
  }));
}

/** Whether a reference means this one. */
function whichIs(of: Value, whole: AnyFact, part: AnyFact, names: Names): Value {
  return mapArms(of, (plain) => ({
    is: 'known',
    value: names.find(scopeOf(part), textOf(plain) ?? '').includes(whole),
  }));
}

function both(a: Value, b: Value | undefined): Value {
  if (!b || (b.is === 'known' && b.value === true)) return a;
  return a.is === 'known'
    ? a.value === true
      ? b
      : a
    : mapArms(a, (plain) => (plain.is === 'known' && plain.value === true ? b : plain));
}

/** The arms that are taken where a thing exists: what hangs on the same choice is decided with it. */
export function takenBy(exists: Value | undefined): Map<string, string> {
  if (exists?.is !== 'oneOf') return new Map();
  const arms = exists.arms.filter((arm) => !(arm.value.is === 'known' && arm.value.value !== true));
  const [only] = arms;
  return arms.length === 1 && only
    ? new Map([[exists.choice, only.when], ...takenBy(only.value)])
    : new Map();
}

/** What a part says, as far as it is there; `before` holds where it is not. */
export function under(holds: Value, value: Value, before: Value, whole: AnyFact): Value {
  const exists = whole.joins?.exists;
  const condition = assume(holds, takenBy(exists));
  if (condition.is === 'known') return condition.value === true ? value : before;
  if (condition.is === 'oneOf')
    return {
      is: 'oneOf',
      choice: condition.choice,
      arms: condition.arms.map((arm) => ({ when: arm.when, value: under(arm.value, value, before, whole) })),
    };
  if (
    condition.is === 'unknown' &&
    exists?.is === 'unknown' &&
    condition.origin !== undefined &&
    exists.origin === condition.origin
  )
    return value;
  return unknown('whether this is made cannot be known', {
    place: value.place,
    name: value.name,
    entry: value.entry,
  });
}
