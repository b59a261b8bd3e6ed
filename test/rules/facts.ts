import type { LinkedFact } from '../../src/model/fact.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { known, list, type Scalar, type Value } from '../../src/model/value.ts';
import { judge } from '../../src/rules/judge.ts';
import { readRule } from '../../src/rules/load.ts';
import { type Rule, type Settings, standardSettings } from '../../src/rules/rule.ts';

type Plain = Scalar | Scalar[] | Value;

/** A fact whose fields are in a made-up text: each has a place of its own, ten units wide. */
export function fact<K extends Kind>(
  kind: K,
  fields: Record<string, Plain>,
  more: Partial<LinkedFact<K>> = {},
): LinkedFact {
  const file = more.place?.file ?? 'a.ts';
  const values = Object.entries(fields).map(([path, plain], at) => [
    path,
    placed(plain, file, 100 + at * 20),
  ]);
  return {
    kind,
    resource: 'reports',
    place: { file, start: 0, end: 1000 },
    via: 'test',
    complete: true,
    fields: Object.fromEntries(values),
    source: 'test',
    links: {},
    ...more,
  } as LinkedFact;
}

function placed(plain: Plain, file: string, start: number): Value {
  const place = { file, start, end: start + 10 };
  if (Array.isArray(plain))
    return list(
      plain.map((item) => known(item, { place })),
      { place },
    );
  if (plain === null || typeof plain !== 'object') return known(plain, { place });
  return plain;
}

/** A rule from YAML; `checks` alone are enough. */
export async function ruleOf(yaml: string, id = 'request/test'): Promise<Rule> {
  const head = /^title:/m.test(yaml) ? '' : 'title: A test\nwhy: For tests.\n';
  const severity = /^severity:/m.test(yaml) ? '' : 'severity: { recommended: error }\n';
  const read = await readRule(`${head}${severity}${yaml}`, `rules/${id}/rule.yaml`, id);
  if ('faults' in read) throw new Error(read.faults.map((fault) => fault.message).join('\n'));
  return read.rule;
}

export function judgeOne(facts: LinkedFact[], rules: Rule[], settings: Partial<Settings> = {}) {
  return judge(facts, rules, { ...standardSettings, ...settings });
}
