import { levelIn, type PresetName, presetNames } from './presets.ts';
import type { Option, Rule } from './rule.ts';

/** A rule as `explain`, `rules` and reports show it. */
export interface Description {
  id: string;
  kind: string;
  title: string;
  /** The severity in each preset: the highest of its checks. */
  severity: Record<PresetName, string>;
  why: string;
  /** The distinct messages of its checks, with `{path}` where a value goes. */
  messages: string[];
  fixes: string[];
  options: Record<string, Option>;
  supersedes: string[];
  references: string[];
  controls: Record<string, string[]>;
  aliases: string[];
  deprecated?: string;
  docs: string;
}

const levels = ['error', 'warning', 'info', 'off'] as const;

export function describeRule(rule: Rule): Description {
  const { id, kind, title, why, options, supersedes, references, controls, aliases, deprecated } = rule;
  const highest = (preset: PresetName) => {
    const all = rule.checks.map((check) => levelIn(check.severity ?? rule.severity, preset));
    return levels.find((level) => all.includes(level)) ?? 'off';
  };
  return {
    ...{ id, kind, title, why, options, supersedes, references, controls, aliases },
    ...(deprecated ? { deprecated } : {}),
    severity: Object.fromEntries(
      presetNames.map((preset) => [preset, highest(preset)]),
    ) as Description['severity'],
    messages: [...new Set(rule.checks.map((check) => check.message))],
    fixes: [...new Set(rule.checks.flatMap((check) => check.fixes.map((fix) => fix.title)))],
    docs: docsOf(id),
  };
}

/** Where a rule's page stands, from the project's root. */
export function docsOf(id: string): string {
  return `docs/rules/${id}.md`;
}
