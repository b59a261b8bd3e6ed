import type { Value } from '../../model/value.ts';

/** One setting of a file: its name in full, and its value with places. */
export interface Setting {
  name: string;
  value: Value;
  /** Settings of one section, map or statement belong together. */
  group: string;
}
