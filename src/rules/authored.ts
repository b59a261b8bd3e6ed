import type { Level } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { PresetName } from './presets.ts';
import type { Option } from './rule.ts';

/** `rule.yaml` as it is written; rules/rule.schema.json checks it. */
export interface AuthoredRule {
  title: string;
  for?: Kind;
  checks: AuthoredCheck[];
  severity: Partial<Record<PresetName, Level>>;
  supersedes?: string[];
  why: string;
  references?: string[];
  controls?: Record<string, (string | number)[]>;
  options?: Record<string, Option>;
  aliases?: string[];
  deprecated?: string;
}

export type AuthoredClause = Record<string, unknown> & { any?: AuthoredClause[] };

export interface AuthoredCheck {
  each?: string | string[];
  when?: AuthoredClause;
  require?: AuthoredClause;
  except?: { when: AuthoredClause; because: string }[];
  at?: string | string[];
  message: string;
  severity?: Partial<Record<PresetName, Level>>;
  fix?: AuthoredFix | AuthoredFix[];
}

export interface AuthoredFix {
  title: string;
  safe?: boolean | AuthoredClause;
  when?: AuthoredClause;
  set?: Record<string, unknown>;
  drop?: string | string[];
  rename?: Record<string, unknown>;
  wrap?: Record<string, 'encode' | 'decode' | 'hexDecode'>;
  addStatement?: { statements: Record<string, unknown>[]; replaces?: string };
  addResource?: { resource: string; fields: Record<string, unknown> };
}
