import { createColors } from 'picocolors';
import type { FactsData, ShownFact } from './facts.ts';
import type { Terminal } from './report.ts';

const own = new Set(['kind', 'resource', 'via', 'complete', 'file', 'range', 'places', 'operation']);

/** Facts for people: what each is, and one field a line with where it stands. */
export function prettyFacts({ facts, errors }: FactsData, terminal: Terminal): string {
  const colours = createColors(terminal.colour);
  const heading = (fact: ShownFact) => {
    const name = [fact.kind, fact.operation ?? fact.resource].filter(Boolean).join(' ');
    const { line, column } = fact.range.start;
    const open = fact.complete ? '' : ', not all of it can be seen';
    return `${colours.bold(name)}  ${fact.file}:${line}:${column}  ${colours.dim(`${fact.via}${open}`)}`;
  };
  const blocks = facts.map((fact) => [heading(fact), ...fieldLines(fact, colours.dim)].join('\n'));
  const faults = errors.map(({ kind, file, message }) => `${colours.red(kind)}  ${file}: ${message}`);
  return `${[...blocks, ...faults].join('\n\n') || 'no facts'}\n`;
}

function fieldLines(fact: ShownFact, dim: (text: string) => string): string[] {
  const fields = Object.entries(fact).filter(([name]) => !own.has(name));
  const rows = fields.flatMap(([name, value]) => leaves(name, value));
  const width = Math.max(0, ...rows.map(([path]) => path.length));
  return rows.map(([path, value]) => {
    const at = fact.places[path]?.start;
    return `  ${path.padEnd(width)}  ${value}${at ? dim(`  ${at.line}:${at.column}`) : ''}`;
  });
}

function leaves(path: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [[path, JSON.stringify(value)]];
  const said = inWords(value as Record<string, unknown>);
  if (said) return [[path, said]];
  return Object.entries(value).flatMap(([name, each]) => leaves(`${path}.${name}`, each));
}

function inWords(value: Record<string, unknown>): string | undefined {
  if (typeof value.unknown === 'string') return `unknown: ${value.unknown}`;
  if (value.secret === true) return `secret, ${value.length} characters`;
  if (Array.isArray(value.oneOf)) {
    const arms = value.oneOf.map((arm) => {
      const isObject = typeof arm === 'object' && arm !== null && !Array.isArray(arm);
      if (isObject && 'absent' in arm) return 'absent';
      return (isObject && inWords(arm)) || JSON.stringify(arm);
    });
    return `one of ${arms.join(' | ')}  (by ${value.choice})`;
  }
  return undefined;
}
