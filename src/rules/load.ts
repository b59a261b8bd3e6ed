import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../model/finding.ts';
import { kindNames } from '../model/kinds.ts';
import { checkAuthored } from './check.ts';
import { clausesOf } from './clauses.ts';
import { compileRule } from './compile.ts';
import { type Problem, problemOfPaths } from './paths.ts';
import type { Rule, Term } from './rule.ts';
import { loadCompiler, validatorOf } from './schemas.ts';
import { locate, parseYaml, type Yaml } from './yaml.ts';

export interface Loaded {
  rules: Rule[];
  faults: Fault[];
}

/** Every `<kind>/<name>/rule.yaml` below a folder, as rules, and what is wrong with the others. */
export async function loadRules(folder: string): Promise<Loaded> {
  const loaded: Loaded = { rules: [], faults: [] };
  for (const id of await ruleIds(folder)) {
    const file = `${folder}/${id}/rule.yaml`;
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
    const one = typeof text === 'string' ? await readRule(text, file, id) : unreadable(file, text);
    if ('rule' in one) loaded.rules.push(one.rule);
    else loaded.faults.push(...one.faults);
  }
  return loaded;
}

function unreadable(file: string, { code }: NodeJS.ErrnoException): { faults: Fault[] } {
  return {
    faults: [
      { kind: 'configuration', file, message: `expected a rule in this file; it cannot be read (${code})` },
    ],
  };
}

async function ruleIds(folder: string): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of await subfolders(folder)) {
    for (const name of await subfolders(join(folder, kind))) ids.push(`${kind}/${name}`);
  }
  return ids.sort();
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}

/** One rule from its text, or a fault for each thing that is wrong with it. */
export async function readRule(
  text: string,
  file: string,
  id: string,
): Promise<{ rule: Rule } | { faults: Fault[] }> {
  const yaml = parseYaml(text, file);
  if (yaml.faults.length) return { faults: yaml.faults };
  const faults = await checkAuthored(yaml);
  if (faults.length) return { faults };
  const rule = compileRule(yaml.value as never, id);
  if (!kindNames.includes(rule.kind)) return { faults: [ofNoKind(rule, yaml)] };
  await loadCompiler();
  const problems = [...problemOfPaths(rule), ...problemsOfSchemas(rule)];
  if (problems.length) return { faults: problems.map((problem) => faultOf(problem, yaml)) };
  return { rule };
}

function ofNoKind({ kind }: Rule, yaml: Yaml): Fault {
  const message = `expected "for", one of ${kindNames.join(', ')}, since the folder ${kind} is no kind of fact`;
  return { kind: 'configuration', file: yaml.file, place: locate(yaml, []), message };
}

function faultOf({ check, word, message }: Problem, yaml: Yaml): Fault {
  return { kind: 'configuration', file: yaml.file, place: locate(yaml, ['checks', check], word), message };
}

/** Schemas are compiled when a rule is loaded, so that a broken one is found before anything is judged. */
function problemsOfSchemas(rule: Rule): Problem[] {
  return rule.checks.flatMap((check, index) =>
    clausesOf(check).flatMap((clause) => clause.flatMap((term) => problemsOfTerm(term, index))),
  );
}

function problemsOfTerm(term: Term, check: number): Problem[] {
  if ('any' in term)
    return term.any.flatMap((clause) => clause.flatMap((each) => problemsOfTerm(each, check)));
  if (term.condition.is !== 'schema') return [];
  try {
    validatorOf(term.condition.schema);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      { check, word: term.path, message: `the condition of ${term.path} is no JSON Schema: ${reason}` },
    ];
  }
}
