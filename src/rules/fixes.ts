import type { Change, NewValue } from '../model/change.ts';
import type { LinkedFact } from '../model/fact.ts';
import { contains } from '../model/place.ts';
import { assume, scalar, textOf, type Value } from '../model/value.ts';
import { holds } from './condition.ts';
import { derivations } from './derived.ts';
import type { FixPlan, FixStep, FixValue } from './rule.ts';
import { type Found, find, isFact, type Scope } from './scope.ts';
import type { World } from './world.ts';

/** A fix before its syntax: what must become of which fact. */
export interface RawFix {
  title: string;
  safe: boolean;
  changes: Change[];
  /** Whose source writes it: the fact, its choices taken as the finding takes them. */
  fact: LinkedFact;
}

/** The text of a file that facts were read from. */
export type Texts = (file: string) => string | undefined;

/** What fixes are planned from. `arms`: the finding hangs on choices, so what is absent has no place of its own. */
export interface Plan {
  scope: Scope;
  world: World;
  texts: Texts;
  hangsOnArms: boolean;
}

export function fixesOf(plans: FixPlan[], plan: Plan): RawFix[] {
  return plans.flatMap((each) => fixOf(each, plan) ?? []);
}

function fixOf(fix: FixPlan, plan: Plan): RawFix | undefined {
  if (holds(fix.when, plan.scope, plan.world) !== true) return undefined;
  const steps = fix.steps.map((step) => changeOf(step, plan));
  if (steps.includes(undefined)) return undefined;
  const made = (steps as Made[]).filter((step) => step !== 'leftOut');
  const owner = made[0]?.fact;
  if (!owner || made.some((step) => step.fact !== owner)) return undefined;
  const safe = typeof fix.safe === 'boolean' ? fix.safe : holds(fix.safe, plan.scope, plan.world) === true;
  return {
    title: fix.title,
    safe,
    changes: made.map((step) => step.change),
    fact: narrowed(owner, plan.scope),
  };
}

interface Step {
  change: Change;
  fact: LinkedFact;
}
/** A step whose value is absent at its source is left out. */
type Made = Step | 'leftOut';

function changeOf(step: FixStep, plan: Plan): Made | undefined {
  const { fact } = plan.scope;
  if (step.verb === 'addStatement') return { change: statementsOf(step, plan), fact };
  if (step.verb === 'addResource') return addedResource(step, plan);
  const target = ownerOf(step.path, plan.scope);
  if (!target) return undefined;
  if (step.verb === 'drop' || step.verb === 'wrap') {
    return { change: { ...step, path: target.path }, fact: target.fact };
  }
  if (step.verb === 'set' && plan.hangsOnArms && isNowhere(step.path, plan.scope)) return undefined;
  const value = newValueOf(step.verb === 'set' ? step.value : step.to, step.path, plan);
  if (value === undefined || value === 'leftOut') return value;
  if (step.verb === 'set') return { change: { verb: 'set', path: target.path, value }, fact: target.fact };
  if (!('literal' in value)) return undefined;
  return { change: { verb: 'rename', path: target.path, to: String(value.literal) }, fact: target.fact };
}

/** The fact that a path belongs to, and the path inside it. */
function ownerOf(path: string, scope: Scope): { fact: LinkedFact; path: string } | undefined {
  const { fact, entry } = scope;
  if (path === 'entry' || path.startsWith('entry.')) {
    const rest = path.slice('entry'.length);
    if (!entry) return undefined;
    return isFact(entry.of)
      ? { fact: entry.of, path: rest.slice(1) }
      : { fact, path: `${entry.path}${rest}` };
  }
  const dot = path.indexOf('.');
  const ends = dot > 0 && !(path in fact.fields) ? fact.links[path.slice(0, dot)] : undefined;
  if (!ends) return { fact, path };
  const [only, ...others] = Array.isArray(ends) ? ends : [];
  return only && !others.length ? { fact: only, path: path.slice(dot + 1) } : undefined;
}

function isNowhere(path: string, scope: Scope): boolean {
  return find(scope, path).every((found) => 'value' in found && found.value.is === 'absent');
}

function newValueOf(value: FixValue, path: string, plan: Plan): NewValue | 'leftOut' | undefined {
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

function onlyValue(found: Found[]): Value | undefined {
  const [first, ...others] = found;
  return first && !others.length && 'value' in first ? first.value : undefined;
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

function statementsOf(step: Extract<FixStep, { verb: 'addStatement' }>, { scope }: Plan): Change {
  const index = step.replaces === undefined ? undefined : onlyValue(find(scope, step.replaces));
  const replaces = index?.is === 'known' ? [Number(index.value)] : undefined;
  return { verb: 'addStatement', statements: step.statements, ...(replaces ? { replaces } : {}) };
}

function addedResource(step: Extract<FixStep, { verb: 'addResource' }>, plan: Plan): Made | undefined {
  const fields: Record<string, NewValue> = {};
  for (const [name, from] of Object.entries(step.fields)) {
    const value = newValueOf(from, name, plan);
    if (value === undefined) return undefined;
    if (value !== 'leftOut') fields[name] = value;
  }
  return { change: { verb: 'addResource', resource: step.resource, fields }, fact: plan.scope.fact };
}

/** The fact as one combination of choices makes it, so that only the arm in question is mended. */
function narrowed(fact: LinkedFact, { taken }: Scope): LinkedFact {
  if (!taken.size) return fact;
  const fields = Object.entries(fact.fields).map(([name, value]) => [name, assume(value as Value, taken)]);
  return { ...fact, fields: Object.fromEntries(fields) };
}
