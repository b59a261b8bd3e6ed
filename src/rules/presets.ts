import type { Level } from '../model/finding.ts';
import type { Rule, Settings, Severities } from './rule.ts';

/** What each preset builds on, and what it expects of data at rest. `mode`: the first is what fixes write. */
export const presets = {
  recommended: { extends: undefined, expects: {} },
  kms: { extends: 'recommended', expects: { mode: ['SSE-KMS', 'DSSE-KMS'], key: 'customerManaged' } },
  strict: {
    extends: 'kms',
    expects: { mode: ['SSE-KMS', 'DSSE-KMS'], key: 'customerManaged', written: true },
  },
} as const satisfies Record<string, { extends: string | undefined; expects: Record<string, unknown> }>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

/** The severity in a preset: its own, else that of the preset below. */
export function levelIn(severities: Severities, preset: PresetName): Level {
  const own = severities[preset];
  if (own) return own;
  const below = presets[preset].extends;
  return below ? levelIn(severities, below) : 'off';
}

/** The severity of one check of a rule: what the settings say of the rule, else the check's own, else the rule's. */
export function levelOf(rule: Rule, severity: Severities | undefined, settings: Settings): Level {
  const said = [rule.id, ...rule.aliases].map((id) => settings.severities[id]).find(Boolean);
  return said ?? levelIn(severity ?? rule.severity, settings.preset);
}
