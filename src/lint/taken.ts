import { sources } from '../sources/index.ts';

/** Whether any source takes a file by its name. */
export function isTaken(file: string): boolean {
  return sources.some((source) => source.takes(file));
}
