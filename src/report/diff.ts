import { structuredPatch } from 'diff';
import { createColors } from 'picocolors';
import type { Place } from '../model/place.ts';
import type { Texts } from '../model/result.ts';
import type { Terminal } from './report.ts';

export interface Change {
  file: string;
  before: string;
  after: string;
}

/** A unified diff of texts in which key material is masked. */
export function diff(changes: Change[], before: Texts, after: Texts, terminal: Terminal): string {
  const colours = createColors(terminal.colour);
  const paint: Record<string, (text: string) => string> = {
    '+': colours.green,
    '-': colours.red,
    ' ': String,
    '\\': colours.dim,
  };
  return changes
    .flatMap((change) => [
      colours.bold(`--- a/${change.file}`),
      colours.bold(`+++ b/${change.file}`),
      ...hunks(change, before, after).map((line) =>
        line.startsWith('@@') ? colours.cyan(line) : (paint[line[0] ?? ' '] ?? String)(line),
      ),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function hunks({ file, before, after }: Change, wasTexts: Texts, isTexts: Texts): string[] {
  const was = maskedLines(before, wasTexts.secrets(file), wasTexts);
  const is = maskedLines(after, isTexts.secrets(file), wasTexts);
  return structuredPatch(file, file, before, after).hunks.flatMap((hunk) => {
    let [old, now] = [hunk.oldStart - 1, hunk.newStart - 1];
    const lines = hunk.lines.map((line) => {
      if (line.startsWith('\\')) return line;
      if (line.startsWith('-')) return `-${was[old++]}`;
      if (line.startsWith('+')) return `+${is[now++]}`;
      now += 1;
      return ` ${was[old++]}`;
    });
    return [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...lines];
  });
}

/** Line by line, so that the patch of the real texts can be shown in masked words. */
function maskedLines(text: string, secrets: Place[], texts: Texts): string[] {
  let masked = text;
  for (const { start, end } of secrets) {
    masked = masked.slice(0, start) + masked.slice(start, end).replace(/[^\n]/g, '•') + masked.slice(end);
  }
  return texts
    .mask(masked)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}
