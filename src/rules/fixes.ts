import type { Change, PolicyStatement } from '../model/change.ts';
import type { LinkedFact } from '../model/fact.ts';
import { assume, type Value } from '../model/value.ts';
import { holds } from './condition.ts';
import { newValueOf } from './new-values.ts';
import { onlyValue, ownerOf, type Plan } from './plan.ts';
import type { FixPlan, FixStep } from './rule.ts';
import { find, type Scope } from './scope.ts';

/** A fix before its syntax: what must become of which fact. */
export interface RawFix {
  title: string;
  safe: boolean;
  changes: Change[];
  /** Whose source writes it: the fact, its choices taken as the finding takes them. */
  fact: LinkedFact;
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
  if (step.verb === 'addStatement') {
    const change = statementsOf(step, plan);
    return change && { change, fact };
  }
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

function isNowhere(path: string, scope: Scope): boolean {
  return find(scope, path).every((found) => 'value' in found && found.value.is === 'absent');
}

function statementsOf(step: Extract<FixStep, { verb: 'addStatement' }>, plan: Plan): Change | undefined {
  const index = step.replaces === undefined ? undefined : onlyValue(find(plan.scope, step.replaces));
  const replaces = index?.is === 'known' ? [Number(index.value)] : undefined;
  const statements = withKey(step.statements, plan);
  return statements && { verb: 'addStatement', statements, ...(replaces ? { replaces } : {}) };
}

/** `${key}` stands for the ARN of the configured key that fits; without one the statement cannot be written. */
function withKey(statements: PolicyStatement[], plan: Plan): PolicyStatement[] | undefined {
  const words = JSON.stringify(statements);
  if (!words.includes('${key}')) return statements;
  const key = newValueOf({ operand: { config: 'keys' } }, '', plan);
  if (typeof key !== 'object' || !('literal' in key) || !String(key.literal).startsWith('arn:'))
    return undefined;
  return JSON.parse(words.replaceAll('${key}', () => String(key.literal))) as PolicyStatement[];
}

function addedResource(step: Extract<FixStep, { verb: 'addResource' }>, plan: Plan): Made | undefined {
  const fields: Extract<Change, { verb: 'addResource' }>['fields'] = {};
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
