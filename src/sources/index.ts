import { cloudformation } from './cloudformation/index.ts';
import { code } from './code/index.ts';
import { config } from './config/index.ts';
import { dependencies } from './dependencies/index.ts';
import { headers } from './headers/index.ts';
import { policy } from './policy/index.ts';
import { shell } from './shell/index.ts';
import { snapshot } from './snapshot/index.ts';
import type { Source } from './source.ts';
import { terraform } from './terraform/index.ts';
import { terraformPlan } from './terraform/plan.ts';
import { typescript } from './typescript/index.ts';

/** Every source there is, in the order in which a file is offered to them. Parsers load when first needed. */
export const sources: Source[] = [
  typescript,
  code,
  terraform,
  terraformPlan,
  cloudformation,
  dependencies,
  policy,
  snapshot,
  shell,
  config,
  headers,
];

export function sourceNamed(name: string): Source | undefined {
  return sources.find((source) => source.name === name);
}
