import { contains, type Place } from '../../model/place.ts';
import type { RawFinding } from '../../rules/judge.ts';
import ids from './foreign.json' with { type: 'json' };

/** A suppression of another scanner. */
export interface Foreign {
  rules: string[];
  reason: string;
  place: Place;
  scope: Place;
}

type Tool = keyof typeof ids;
type Reach = 'enclosing' | 'next' | 'file';

/** How each scanner writes it: the first group is what is named, the second, if any, why. */
const forms: Record<Tool, { pattern: RegExp; reach: Reach; needs?: string }> = {
  checkov: { pattern: /checkov:skip=([\w, ]+)(?::\s*([^\n]*))?/gi, reach: 'enclosing' },
  trivy: { pattern: /trivy:ignore:([\w-]+)/gi, reach: 'next' },
  tfsec: { pattern: /tfsec:ignore:([\w-]+)/gi, reach: 'next' },
  kics: { pattern: /kics-scan disable=([\w, -]+)/gi, reach: 'file' },
  'cfn-nag': { pattern: /\bid["']?\s*:\s*["']?([WF]\d+)\b/g, reach: 'enclosing', needs: 'cfn_nag' },
  'cfn-guard': {
    pattern: /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+){2,})\b/g,
    reach: 'enclosing',
    needs: 'SuppressedRules',
  },
  'cdk-nag': { pattern: /\bid["']?\s*:\s*["']?([\w.]+-\w+)/g, reach: 'enclosing', needs: 'cdk_nag' },
};

/** The suppressions in a text of the scanners that the configuration honours, which name a check that has an equal here. */
export function foreignIn(file: string, text: string, honoured: string[]): Foreign[] {
  return (Object.keys(forms) as Tool[])
    .filter((tool) => honoured.includes(tool))
    .flatMap((tool) => {
      const { pattern, reach, needs } = forms[tool];
      if (needs && !text.includes(needs)) return [];
      return [...text.matchAll(pattern)].flatMap((match) => {
        const rules = match[1]!.split(/[,\s]+/).flatMap((id) => rulesOf(tool, id));
        const place = { file, start: match.index, end: match.index + match[0].length };
        const reason = match[2]?.trim() || match[0];
        return rules.length ? [{ rules, reason, place, scope: scopeOf(reach, place, text) }] : [];
      });
    });
}

function rulesOf(tool: Tool, id: string): string[] {
  const known = Object.entries(ids[tool]).find(([name]) => name.toLowerCase() === id.toLowerCase());
  return known?.[1] ?? [];
}

/** What stands in the resource that holds the comment is meant by it too. */
export function isMeant(finding: RawFinding, { rules, place, scope }: Foreign): boolean {
  if (!rules.includes(finding.rule)) return false;
  return contains(scope, finding.place) || contains(finding.fact.place, place);
}

function scopeOf(reach: Reach, { file, start, end }: Place, text: string): Place {
  if (reach === 'file') return { file, start: 0, end: text.length };
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (reach === 'enclosing') return { file, ...topLevel(text, line) };
  const isAlone = /^\s*(?:#|\/\/|\/\*)\s*$/.test(text.slice(line, start));
  return { file, ...blockAt(text, isAlone ? nextCode(text, end) : line) };
}

/** The line that follows, comments skipped. */
function nextCode(text: string, from: number): number {
  const code = /\n(?!\s*(?:#|\/\/|\/\*|\n))/g;
  code.lastIndex = from;
  return (code.exec(text)?.index ?? text.length) + 1;
}

/** The block of HCL that a line opens, up to the brace in its own column; else the line. */
function blockAt(text: string, start: number): { start: number; end: number } {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end);
  if (!/\{\s*(?:#.*|\/\/.*)?$/.test(line)) return { start, end };
  const indent = /^\s*/.exec(line)![0];
  const close = text.indexOf(`\n${indent}}`, end);
  return { start, end: close < 0 ? text.length : close + indent.length + 2 };
}

/** The block of HCL, from the line that opens it in the first column, in which a line stands; else the line itself. */
function topLevel(text: string, line: number): { start: number; end: number } {
  const opens = [...text.slice(0, line).matchAll(/^\w[^\n]*\{[ \t]*$/gm)].at(-1);
  const block = opens ? blockAt(text, opens.index) : undefined;
  return block && block.end > line ? block : blockAt(text, line);
}
