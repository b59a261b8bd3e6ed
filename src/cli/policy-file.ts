import { readFileSync } from 'node:fs';
import { Lines } from '../model/place.ts';
import { documentOf } from '../policy/document.ts';
import type { Policy, PolicyType } from '../policy/form.ts';

/** What is wrong with a file that should be a policy. */
export interface PolicyError {
  file: string;
  line?: number;
  column?: number;
  message: string;
}

/** A policy file, read; nothing is ever said of one that is not valid. */
export type Loaded = { policy: Policy; type: PolicyType; text: string } | { errors: PolicyError[] };

export function loadPolicy(file: string): Loaded {
  const text = readText(file);
  if (typeof text !== 'string') return { errors: [text] };
  const document = documentOf(text, file);
  if ('policy' in document) return { ...document, text };
  const lines = new Lines(text);
  return {
    errors: document.faults.map(({ message, place }) => ({
      file,
      ...(place ? lines.position(place.start) : {}),
      message,
    })),
  };
}

export function readText(file: string): string | PolicyError {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return { file, message: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}` };
  }
}

export function printErrors(errors: PolicyError[]): void {
  for (const { file, line, column, message } of errors) {
    const at = line === undefined ? '' : `:${line}:${column}`;
    process.stderr.write(`${file}${at}: ${message}\n`);
  }
}
