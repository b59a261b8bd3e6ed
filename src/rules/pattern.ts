import { RE2JS } from 're2js';
import type { Pattern } from './schemas.ts';

/** A pattern on a linear-time engine, read when it is first used. Ajv calls this instead of `new RegExp`. */
export function pattern(source: string): Pattern {
  let engine: RE2JS | undefined;
  return {
    test(text) {
      engine ??= RE2JS.compile(source);
      return engine.test(text);
    },
    toString: () => source,
  };
}
