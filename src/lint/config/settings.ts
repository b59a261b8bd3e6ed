import { isAbsolute, relative, resolve } from 'node:path';
import type { Rule, Settings } from '../../rules/rule.ts';
import type { Config, Override, RuleSetting } from './config.ts';
import { glob } from './glob.ts';

/** The settings by which the facts of each file are judged: one object for all files that no override tells apart. */
export class SettingsByFile {
  readonly base: Settings;
  private readonly matchers: { override: Override; matches: (path: string) => boolean }[];
  private readonly byOverrides = new Map<string, Settings>();

  constructor(
    private readonly config: Config,
    private readonly rules: Rule[],
    private readonly cwd: string,
  ) {
    this.base = this.settings([]);
    this.matchers = config.overrides.map((override) => ({ override, matches: matcher(override) }));
  }

  of(file: string): Settings {
    const absolute = resolve(this.cwd, file);
    const overrides = this.matchers.filter((each) => each.matches(absolute)).map((each) => each.override);
    if (!overrides.length) return this.base;
    const key = overrides.map((each) => this.config.overrides.indexOf(each)).join();
    const known = this.byOverrides.get(key) ?? this.settings(overrides);
    this.byOverrides.set(key, known);
    return known;
  }

  private settings(overrides: Override[]): Settings {
    const { keys, buckets, writeOnly } = this.config;
    const settings: Settings = {
      preset: overrides.findLast((each) => each.preset)?.preset ?? this.config.preset,
      severities: {},
      options: {},
      config: { keys, buckets, writeOnly },
    };
    for (const rules of [this.config.rules, ...overrides.map((each) => each.rules)])
      this.apply(rules, settings);
    return settings;
  }

  private apply(rules: Record<string, RuleSetting>, settings: Settings): void {
    for (const [pattern, setting] of Object.entries(rules)) {
      for (const id of rulesNamed(pattern, this.rules)) {
        const { severity, options } =
          typeof setting === 'string' ? { severity: setting, options: {} } : setting;
        if (severity) settings.severities[id] = severity;
        settings.options[id] = { ...settings.options[id], ...options };
      }
    }
  }
}

/** The ids that a name stands for: a rule, one of its former names, or a whole kind as `request/*`. */
export function rulesNamed(pattern: string, rules: Rule[]): string[] {
  const isNamed = ({ id, aliases }: Rule) =>
    pattern === '*' ||
    id === pattern ||
    aliases.includes(pattern) ||
    pattern === `${id.slice(0, id.indexOf('/'))}/*`;
  return rules.filter(isNamed).map((rule) => rule.id);
}

function matcher({ files, folder }: Override): (absolute: string) => boolean {
  const globs = files.map(glob);
  return (absolute) => {
    const path = relative(folder, absolute).replaceAll('\\', '/');
    return !isAbsolute(path) && !path.startsWith('../') && globs.some((matches) => matches(path));
  };
}
