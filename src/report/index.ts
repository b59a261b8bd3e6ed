import type { Format } from './report.ts';

/** Each format's file is loaded when it is asked for. */
export const formats: Record<string, () => Promise<Format>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
};
