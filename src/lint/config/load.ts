import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import configSchema from '../../../schemas/config.schema.json' with { type: 'json' };
import type { Fault } from '../../model/finding.ts';
import { compileSchema, schemaFaults } from '../../rules/check.ts';
import { parseYaml, type Yaml } from '../../rules/yaml.ts';
import { fileName } from '../find/find.ts';
import { reasonOf } from '../find/reason.ts';
import { type Config, type Override, type RuleSetting, standardConfig } from './config.ts';
import { isManifest, packageKey } from './find.ts';

/** A configuration file as it is written. */
interface Written extends Partial<Omit<Config, 'overrides' | 'file'>> {
  extends?: string | string[];
  overrides?: { files: string[]; preset?: Config['preset']; rules?: Record<string, RuleSetting> }[];
}

export interface LoadedConfig {
  config: Config;
  faults: Fault[];
}

/** Reads a configuration and all that it extends. What is wrong with it is a fault with its place. */
export async function loadConfig(path: string, cwd: string): Promise<LoadedConfig> {
  return read(path, cwd, []);
}

async function read(path: string, cwd: string, above: string[]): Promise<LoadedConfig> {
  const file = fileName(path, cwd);
  const failed = (faults: Fault[]): LoadedConfig => ({ config: standardConfig, faults });
  if (above.includes(path)) return failed([{ kind: 'configuration', file, message: 'it extends itself' }]);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return failed([{ kind: 'configuration', file, message: reasonOf(error) }]);
  }
  const yaml = parseYaml(text, file);
  const faults = yaml.faults.length ? yaml.faults : await check(yaml, isManifest(path) ? [packageKey] : []);
  if (faults.length) return failed(faults);
  return extended(path, writtenIn(yaml, path), cwd, above);
}

function writtenIn(yaml: Yaml, path: string): Written {
  const value = yaml.value as Record<string, unknown> | null;
  return ((isManifest(path) ? value?.[packageKey] : value) ?? {}) as Written;
}

async function check(yaml: Yaml, top: string[]): Promise<Fault[]> {
  const validator = await compileSchema(configSchema);
  const value = top.reduce((of, key) => (of as Record<string, unknown>)[key], yaml.value) ?? {};
  return validator(value) ? [] : schemaFaults(validator.errors ?? [], yaml, 'the configuration', top);
}

async function extended(path: string, written: Written, cwd: string, above: string[]): Promise<LoadedConfig> {
  let config = standardConfig;
  const faults: Fault[] = [];
  for (const name of [written.extends ?? []].flat()) {
    const target = located(name, path);
    const loaded = target
      ? await read(target, cwd, [...above, path])
      : { config, faults: [unfound(name, fileName(path, cwd))] };
    faults.push(...loaded.faults);
    config = joined(config, loaded.config);
  }
  return { config: { ...joined(config, absolute(path, written)), file: fileName(path, cwd) }, faults };
}

function located(name: string, from: string): string | undefined {
  if (name.startsWith('.') || isAbsolute(name)) return resolve(dirname(from), name);
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

function unfound(name: string, file: string): Fault {
  const message = `extends: expected a file (./base.yaml) or a file of an installed package; there is no ${name}`;
  return { kind: 'configuration', file, message };
}

/** With its paths made absolute: they are relative to the file in which they stand. */
function absolute(path: string, written: Written): Partial<Config> {
  const folder = dirname(path);
  const { extends: _, overrides, ruleFolders, baseline, ...rest } = written;
  const own = (overrides ?? []).map((each): Override => ({ ...each, rules: each.rules ?? {}, folder }));
  return {
    ...rest,
    overrides: own,
    ruleFolders: (ruleFolders ?? []).map((each) => resolve(folder, each)),
    ...(baseline ? { baseline: resolve(folder, baseline) } : {}),
  };
}

/** `over` stands above `base`: records are merged, overrides and rule folders added, everything else replaced. */
function joined(base: Config, over: Partial<Config>): Config {
  return {
    ...base,
    ...over,
    rules: { ...base.rules, ...over.rules },
    buckets: { ...base.buckets, ...over.buckets },
    endpoints: { ...base.endpoints, ...over.endpoints },
    overrides: [...base.overrides, ...(over.overrides ?? [])],
    ruleFolders: [...base.ruleFolders, ...(over.ruleFolders ?? [])],
  };
}
