import { presets } from './presets.ts';
import type { Operand, Rule, Settings } from './rule.ts';

/** What conditions and fixes of one rule may name besides the fact: its options, the preset, the configuration. */
export interface World {
  rule: Rule;
  settings: Settings;
  /** For `$data` inside schemas. */
  data: { option: Record<string, unknown>; preset: Record<string, unknown>; config: Record<string, unknown> };
  /** Undefined where the operand names nothing: then the check is off. */
  lookUp(operand: Operand): unknown;
  among(operand: Operand, value: unknown): boolean;
  words(words: string[] | Operand): string[];
}

export function worldOf(rule: Rule, settings: Settings): World {
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default]);
  const option = { ...Object.fromEntries(defaults), ...settings.options[rule.id] };
  const data = { option, preset: { ...presets[settings.preset].expects }, config: settings.config };
  const lookUp = (operand: Operand) => {
    const [[group, name]] = Object.entries(operand) as [[keyof typeof data, string]];
    const found = data[group][name];
    return Array.isArray(found) && found.length === 0 ? undefined : found;
  };
  return {
    rule,
    settings,
    data,
    lookUp,
    among: (operand, value) => [lookUp(operand)].flat().includes(value),
    words: (words) => (Array.isArray(words) ? words : ((lookUp(words) as string[] | undefined) ?? [])),
  };
}
