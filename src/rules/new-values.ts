import type { NewValue } from '../model/change.ts';
import type { LinkedFact } from '../model/fact.ts';
import { contains } from '../model/place.ts';
import { scalar, textOf, type Value } from '../model/value.ts';
import { derivations } from './derived.ts';
import { onlyValue, ownerOf, type Plan } from './plan.ts';
import type { FixValue } from './rule.ts';
import { find, type Scope } from './scope.ts';

/** What a fix writes: undefined where it is not known, `leftOut` where there is nothing to be copied. */
export function newValueOf(value: FixValue, path: string, plan: Plan): NewValue | 'leftOut' | undefined {
  if ('constant' in value) return { literal: value.constant };
  if ('nearest' in value) return knownValue(siblingNearest(path), plan);
  if ('copyOf' in value) return knownValue(value.copyOf, plan);
  if ('derived' in value) return derivations[value.derived]?.(plan.scope, path);
  if ('expressionOf' in value) return expressionOf(value.expressionOf, plan);
  return operandValue(value.operand, plan);
}

function siblingNearest(path: string): string {
  return `${path.slice(0, Math.max(0, path.lastIndexOf('.')))}.nearest`;
}

function knownValue(path: string, { scope }: Plan): NewValue | undefined {
  const value = onlyValue(find(scope, path));
  return value?.is === 'known' && !value.secret ? { literal: value.value } : undefined;
}

/** The words of another place of the same scope; in another scope they may mean something else. */
function expressionOf(path: string, { scope, texts }: Plan): NewValue | 'leftOut' | undefined {
  const value = onlyValue(find(scope, path));
  if (!value) return undefined;
  if (value.is === 'absent') return 'leftOut';
  const owner = ownerOf(path, scope)?.fact;
  if (!owner || !isSameScope(owner, scope.fact)) return undefined;
  const expression = givenWords(value, texts(owner.place.file));
  if (!expression) return undefined;
  return 'secret' in value && value.secret ? { expression, secret: true } : { expression };
}

function isSameScope(a: LinkedFact, b: LinkedFact): boolean {
  return a.place.file === b.place.file && scalar(a.joins?.scope) === scalar(b.joins?.scope);
}

const connector = /^['"`]?\s*(?:=>|[:=(])\s*/;

/** What is written for a value where it is given: it may have been made far away. */
function givenWords({ place, name, entry }: Value, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (place && (!entry || contains(entry, place))) return text.slice(place.start, place.end);
  if (!name || !entry || !contains(entry, name)) return undefined;
  const rest = text.slice(name.end, entry.end);
  if (!rest) return text.slice(entry.start, entry.end);
  const lead = connector.exec(rest)?.[0];
  if (lead === undefined) return undefined;
  const words = rest.slice(lead.length);
  return lead.includes('(') ? words.replace(/\s*\)$/, '') : words;
}

function operandValue(operand: { option: string } | { preset: string } | { config: string }, plan: Plan) {
  const found = plan.world.lookUp(operand);
  if ('config' in operand && operand.config === 'keys') return fittingKey(found, plan.scope);
  const [first] = [found].flat();
  return first === undefined ? undefined : { literal: first as string };
}

const keyArn = /^arn:[^:]+:kms:([^:]+):/;

/** The first configured key of the fact's Region; a key that names no Region fits everywhere. */
function fittingKey(keys: unknown, scope: Scope): NewValue | undefined {
  const region = regionOf(scope);
  const fits = (key: string) => {
    const own = keyArn.exec(key)?.[1];
    return own === undefined || region === undefined || own === region;
  };
  const key = ((keys as string[] | undefined) ?? []).find(fits);
  return key === undefined ? undefined : { literal: key };
}

function regionOf(scope: Scope): string | undefined {
  for (const path of ['region', 'into.region', 'in.region']) {
    const link = path.split('.')[0]!;
    if (path !== 'region' && !scope.fact.links[link]) continue;
    const region = textOf(onlyValue(find(scope, path)));
    if (region) return region;
  }
  return undefined;
}
