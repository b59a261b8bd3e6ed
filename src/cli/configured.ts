import { resolve } from 'node:path';
import { type Config, standardConfig } from '../lint/config/config.ts';
import { findConfig } from '../lint/config/find.ts';
import { loadConfig } from '../lint/config/load.ts';
import { rulesOf } from '../lint/config/rules.ts';
import type { Fault, Level } from '../model/finding.ts';
import { type PresetName, presetNames } from '../rules/presets.ts';
import type { Rule } from '../rules/rule.ts';
import { UsageError } from './usage-error.ts';

export interface ConfigFlags {
  /** A path; `false` is `--no-config`. */
  config?: string | boolean;
  preset?: string;
  rule?: string[];
  control?: string[];
}

export interface Configured {
  config: Config;
  rules: Rule[];
  faults: Fault[];
  /** The configuration itself cannot be used. */
  broken: boolean;
}

const levels: Level[] = ['error', 'warning', 'info', 'off'];

/** The configuration and the rules, as files and flags say. */
export async function configured(flags: ConfigFlags, cwd: string): Promise<Configured> {
  const path = typeof flags.config === 'string' ? resolve(cwd, flags.config) : findConfig(cwd);
  const none = flags.config === false || path === undefined;
  const loaded = none ? { config: standardConfig, faults: [] } : await loadConfig(path, cwd);
  const config = withFlags(loaded.config, flags);
  const { rules, faults } = await rulesOf(config, cwd);
  const all = [...loaded.faults, ...faults];
  return { config, rules: controlled(rules, flags.control), faults: all, broken: loaded.faults.length > 0 };
}

function withFlags(config: Config, { preset, rule = [] }: ConfigFlags): Config {
  if (preset !== undefined && !presetNames.includes(preset as PresetName)) {
    throw new UsageError(`--preset: expected ${presetNames.join(', ')}; got ${preset}`);
  }
  const rules = Object.fromEntries(rule.map(ruleFlag));
  const names = Object.keys(rules);
  const overrides = names.length
    ? config.overrides.map((each) => ({ ...each, rules: without(each.rules, names) }))
    : config.overrides;
  return {
    ...config,
    preset: (preset as PresetName) ?? config.preset,
    rules: { ...config.rules, ...rules },
    overrides,
  };
}

function ruleFlag(text: string): [string, Level] {
  const [name = '', level = ''] = text.split('=', 2);
  if (!levels.includes(level as Level))
    throw new UsageError(`--rule: expected ID=${levels.join('|')}; got ${text}`);
  return [name, level as Level];
}

function without<T>(record: Record<string, T>, names: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** The rules that give evidence for one of the controls, as `pci-dss-4:4.2.1` or a whole standard. */
function controlled(rules: Rule[], controls: string[] | undefined): Rule[] {
  if (!controls?.length) return rules;
  const wanted = controls.map((text) => text.split(':', 2) as [string, string?]);
  const isWanted = ({ controls: own }: Rule) =>
    wanted.some(([standard, id]) => own[standard] && (id === undefined || own[standard].includes(id)));
  const found = rules.filter(isWanted);
  if (!found.length) {
    const standards = [...new Set(rules.flatMap((rule) => Object.keys(rule.controls)))].sort();
    throw new UsageError(
      `--control: no rule is evidence for ${controls.join(', ')}; standards are ${standards.join(', ')}`,
    );
  }
  return found;
}
