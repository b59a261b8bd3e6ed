import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Fault } from '../../model/finding.ts';
import { compileSchema } from '../../rules/check.ts';
import { loadRules } from '../../rules/load.ts';
import type { Rule } from '../../rules/rule.ts';
import { shippedRules } from '../../rules/shipped.ts';
import { fileName } from '../find/find.ts';
import type { Config, RuleSetting } from './config.ts';
import { rulesNamed } from './settings.ts';

/** The rules that ship and those of the configuration's folders, and what is wrong with either. */
export async function rulesOf(config: Config, cwd: string): Promise<{ rules: Rule[]; faults: Fault[] }> {
  const rules = [...(await shippedRules())];
  const faults: Fault[] = [];
  for (const folder of config.ruleFolders) {
    const name = fileName(folder, cwd);
    if (!existsSync(folder)) faults.push(fault(config, `ruleFolders: there is no folder ${name}`));
    else {
      const loaded = await loadRules(folder);
      faults.push(...loaded.faults.map((each) => relativeTo(cwd, each)), ...taken(loaded.rules, rules, name));
      rules.push(...loaded.rules.filter((rule) => !rules.some((each) => each.id === rule.id)));
    }
  }
  return { rules, faults: [...faults, ...(await checkSettings(config, rules, textOf(config, cwd)))] };
}

function textOf({ file }: Config, cwd: string): string {
  return file === undefined ? '' : readFileSync(resolve(cwd, file), 'utf8');
}

function relativeTo(cwd: string, { file, place, ...rest }: Fault): Fault {
  const name = fileName(file, cwd);
  return { ...rest, file: name, ...(place ? { place: { ...place, file: name } } : {}) };
}

function taken(own: Rule[], rules: Rule[], folder: string): Fault[] {
  return own
    .filter((rule) => rules.some((each) => each.id === rule.id))
    .map((rule) => ({
      kind: 'configuration',
      file: `${folder}/${rule.id}/rule.yaml`,
      message: `expected an id of its own; there is a rule ${rule.id} already`,
    }));
}

/** Names of rules that there are not, and options that a rule does not take. */
async function checkSettings(config: Config, rules: Rule[], text: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  const say = (word: string, message: string) => faults.push(fault(config, `rules: ${message}`, text, word));
  for (const settings of [config.rules, ...config.overrides.map((each) => each.rules)]) {
    for (const [name, setting] of Object.entries(settings)) {
      const named = rulesNamed(name, rules);
      if (!named.length) say(name, `there is no rule ${name}${nearest(name, rules)}`);
      for (const id of named) {
        const wrong = await wrongOptions(rules.find((rule) => rule.id === id)!, setting);
        for (const { option, message } of wrong) say(option, `${id}: ${message}`);
      }
    }
  }
  return faults;
}

async function wrongOptions(
  rule: Rule,
  setting: RuleSetting,
): Promise<{ option: string; message: string }[]> {
  const wrong: { option: string; message: string }[] = [];
  const options = typeof setting === 'string' ? {} : (setting.options ?? {});
  const accepted = Object.keys(rule.options).join(', ') || 'none';
  for (const [option, value] of Object.entries(options)) {
    const schema = rule.options[option];
    if (!schema) wrong.push({ option, message: `there is no option ${option}; it has ${accepted}` });
    else if (!(await compileSchema(schema))(value)) {
      wrong.push({ option, message: `option ${option}: expected ${schema.description}` });
    }
  }
  return wrong;
}

/** At the first place of a word in the configuration, where it is in this file and not in one that it extends. */
function fault(config: Config, message: string, text = '', word = ''): Fault {
  const file = config.file ?? 'command line';
  const start = word ? text.indexOf(word) : -1;
  const place = start < 0 ? {} : { place: { file, start, end: start + word.length } };
  return { kind: 'configuration', file, message, ...place };
}

/** A rule whose name after the kind, or whose kind, is the same. */
function nearest(name: string, rules: Rule[]): string {
  const last = name.split('/').at(-1)!;
  const found =
    rules.find((rule) => rule.id.endsWith(`/${last}`)) ?? rules.find((rule) => rule.id.includes(last));
  return found ? `; did you mean ${found.id}?` : '';
}
