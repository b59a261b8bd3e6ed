import type { Level } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { PresetName } from './presets.ts';

/** A JSON Schema, as far as rules care. */
export type Schema = Record<string, unknown>;

/** Something outside the fact that a condition or a fix names. */
export type Operand = { option: string } | { preset: string } | { config: string };

/**
 * What must be true of one path.
 * `schema` judges the `value` in `{ value, option, preset, config }`, so that operands inside it are Ajv's `$data`.
 */
export type Condition =
  | { is: 'present' }
  | { is: 'absent' }
  | { is: 'same'; path: string }
  | { is: 'among'; operand: Operand }
  | { is: 'words'; words: string[] | Operand }
  | { is: 'schema'; schema: Schema };

/** Paths joined by *and*; an `any` among them is an *or* of clauses. */
export type Clause = Term[];
export type Term = { path: string; condition: Condition } | { any: Clause[] };

/** Severity by preset; a preset without one takes that of the preset below it. */
export type Severities = Partial<Record<PresetName, Level>>;

export interface Check {
  /** Operands that conditions name: where one names nothing, the check is off. */
  needs: Operand[];
  each?: string;
  when: Clause;
  /** Without one, the check finds where `when` holds. */
  require?: Clause;
  except: { when: Clause; because: string }[];
  /** Paths, the first of which that has a place is underlined. */
  at: string[];
  message: string;
  severity?: Severities;
  fixes: FixPlan[];
}

/** What a fix writes: a constant, or where the value comes from. */
export type FixValue =
  | { constant: string | number | boolean | (string | number | boolean)[] }
  | { operand: Operand }
  | { nearest: true }
  | { expressionOf: string }
  | { copyOf: string }
  | { derived: string };

export interface FixPlan {
  title: string;
  safe: boolean | Clause;
  /** Offered only where this holds. */
  when: Clause;
  steps: FixStep[];
}

export type FixStep =
  | { verb: 'set'; path: string; value: FixValue }
  | { verb: 'drop'; path: string }
  | { verb: 'rename'; path: string; to: FixValue }
  | { verb: 'wrap'; path: string; as: 'encode' | 'decode' | 'hexDecode' }
  | { verb: 'addStatement'; statements: Record<string, unknown>[]; replaces?: string }
  | { verb: 'addResource'; resource: string; fields: Record<string, FixValue> };

/** An option is a JSON Schema with a description and, most often, a default. */
export type Option = Schema & { description: string; default?: unknown };

/** One rule, compiled: plain data. */
export interface Rule {
  id: string;
  kind: Kind;
  title: string;
  checks: Check[];
  severity: Severities;
  supersedes: string[];
  why: string;
  references: string[];
  controls: Record<string, string[]>;
  options: Record<string, Option>;
  aliases: string[];
  /** Why it is no longer judged, and what to use instead. */
  deprecated?: string;
}

export interface Settings {
  preset: PresetName;
  /** By rule id or alias; stands above every preset. */
  severities: Record<string, Level>;
  /** By rule id: the values of its options. */
  options: Record<string, Record<string, unknown>>;
  /** What the configuration says about the world: `keys`, `buckets`, `writeOnly`. */
  config: Record<string, unknown>;
}

export const standardSettings: Settings = { preset: 'recommended', severities: {}, options: {}, config: {} };
