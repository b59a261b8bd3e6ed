import type { Level } from '../../model/finding.ts';
import type { PresetName } from '../../rules/presets.ts';

/** A configuration file, `extends` resolved. Its JSON Schema is `schemas/config.schema.json`. */
export interface Config {
  preset: PresetName;
  rules: Record<string, RuleSetting>;
  /** Folders with rules of the team's own, absolute. */
  ruleFolders: string[];
  overrides: Override[];
  /** The KMS keys that fixes write; the first that fits the Region. */
  keys: string[];
  /** What is known of buckets that no template here declares, by name. */
  buckets: Record<string, KnownBucket>;
  /** Principals that may only write. */
  writeOnly: string[];
  /** Host → class. */
  endpoints: Record<string, string>;
  honourSuppressions: string[];
  /** The baseline's file, absolute. */
  baseline?: string;
  /** Where it was read from; undefined where there is none. */
  file?: string;
}

export type RuleSetting = Level | { severity?: Level; options?: Record<string, unknown> };

export interface Override {
  /** Globs, from `folder`. */
  files: string[];
  folder: string;
  preset?: PresetName;
  rules: Record<string, RuleSetting>;
}

export interface KnownBucket {
  region?: string;
  encryption?: { mode?: string; keyId?: string; bucketKey?: boolean };
  versioning?: string;
}

export const standardConfig: Config = {
  preset: 'recommended',
  rules: {},
  ruleFolders: [],
  overrides: [],
  keys: [],
  buckets: {},
  writeOnly: [],
  endpoints: {},
  honourSuppressions: [],
};
