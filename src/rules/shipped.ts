import { fileURLToPath } from 'node:url';
import { loadRules } from './load.ts';
import type { Rule } from './rule.ts';

/**
 * The rules that ship. Run from the sources they are read from `rules/`;
 * the bundles have them compiled ahead instead of this file (scripts/generate-rules.mjs).
 */
export async function shippedRules(): Promise<Rule[]> {
  const { rules, faults } = await loadRules(fileURLToPath(new URL('../../rules', import.meta.url)));
  if (faults.length) throw new Error(faults.map((fault) => `${fault.file}: ${fault.message}`).join('\n'));
  return rules;
}
