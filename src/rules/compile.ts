import type { Kind } from '../model/kinds.ts';
import type { AuthoredCheck, AuthoredClause, AuthoredFix, AuthoredRule } from './authored.ts';
import { conditionOf, isOperand, operandsOf } from './conditions.ts';
import type { Check, Clause, FixPlan, FixStep, FixValue, Operand, Rule } from './rule.ts';

/** What the YAML says, as the judge reads it. The id is the folder's: `kind/name`. */
export function compileRule(authored: AuthoredRule, id: string): Rule {
  const kind = authored.for ?? (id.slice(0, id.indexOf('/')) as Kind);
  return {
    id,
    kind,
    title: authored.title,
    checks: authored.checks.flatMap(checksOf),
    severity: authored.severity,
    supersedes: authored.supersedes ?? [],
    why: authored.why.trim(),
    references: authored.references ?? [],
    controls: controlsOf(authored.controls ?? {}),
    options: authored.options ?? {},
    aliases: authored.aliases ?? [],
    ...(authored.deprecated ? { deprecated: authored.deprecated } : {}),
  };
}

function controlsOf(controls: Record<string, (string | number)[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(controls).map(([name, ids]) => [name, ids.map(String)]));
}

/** A check that is written `each` of several groups is one check a group, `entry.` standing for the group. */
function checksOf(check: AuthoredCheck): Check[] {
  if (!Array.isArray(check.each)) return [checkOf(check)];
  const { each, ...body } = check;
  const text = JSON.stringify(body);
  return each.map((group) => {
    const inGroup = text.replace(/(?<=["{])entry(?=[".}])/g, group);
    return checkOf(JSON.parse(inGroup) as AuthoredCheck);
  });
}

function checkOf(check: AuthoredCheck): Check {
  const when = clauseOf(check.when ?? {});
  const require = check.require ? clauseOf(check.require) : undefined;
  const except = (check.except ?? []).map(({ when, because }) => ({ when: clauseOf(when), because }));
  const at = check.at === undefined ? [...firstPaths(require ?? []), ...firstPaths(when)] : [check.at].flat();
  return {
    needs: [when, require ?? [], ...except.map((each) => each.when)].flatMap(needsOf),
    ...(check.each === undefined ? {} : { each: check.each as string }),
    when,
    ...(require ? { require } : {}),
    except,
    at,
    message: check.message,
    ...(check.severity ? { severity: check.severity } : {}),
    fixes: [check.fix ?? []].flat().map(planOf),
  };
}

function firstPaths(clause: Clause): string[] {
  return clause.flatMap((term) => ('any' in term ? term.any.flatMap(firstPaths) : [term.path]));
}

function clauseOf(clause: AuthoredClause): Clause {
  return Object.entries(clause).map(([path, condition]) =>
    path === 'any'
      ? { any: (condition as AuthoredClause[]).map(clauseOf) }
      : { path, condition: conditionOf(condition) },
  );
}

function needsOf(clause: Clause): Operand[] {
  return clause.flatMap((term) => ('any' in term ? term.any.flatMap(needsOf) : operandsOf(term.condition)));
}

function planOf(fix: AuthoredFix): FixPlan {
  const safe = typeof fix.safe === 'object' ? clauseOf(fix.safe) : (fix.safe ?? false);
  return { title: fix.title, safe, when: clauseOf(fix.when ?? {}), steps: stepsOf(fix) };
}

function stepsOf(fix: AuthoredFix): FixStep[] {
  return [
    ...pairs(fix.rename).map(([path, to]) => ({ verb: 'rename' as const, path, to: fixValueOf(to) })),
    ...pairs(fix.wrap).map(([path, as]) => ({ verb: 'wrap' as const, path, as })),
    ...pairs(fix.set).map(([path, value]) => ({ verb: 'set' as const, path, value: fixValueOf(value) })),
    ...[fix.drop ?? []].flat().map((path) => ({ verb: 'drop' as const, path })),
    ...(fix.addStatement ? [{ verb: 'addStatement' as const, ...fix.addStatement }] : []),
    ...(fix.addResource ? [addResource(fix.addResource)] : []),
  ];
}

function addResource({ resource, fields }: NonNullable<AuthoredFix['addResource']>): FixStep {
  const values = pairs(fields).map(([name, value]) => [name, fixValueOf(value)]);
  return { verb: 'addResource', resource, fields: Object.fromEntries(values) as Record<string, FixValue> };
}

function pairs<T>(record: Record<string, T> | undefined): [string, T][] {
  return Object.entries(record ?? {});
}

function fixValueOf(value: unknown): FixValue {
  if (value === 'nearest') return { nearest: true };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { constant: value as string };
  if (isOperand(value)) return { operand: value };
  const from = value as { expressionOf?: string; derived?: string };
  if (from.expressionOf !== undefined) return { expressionOf: from.expressionOf };
  if (from.derived !== undefined) return { derived: from.derived };
  return { copyOf: (value as Record<string, unknown>).valueOf as never };
}
