import type { PolicyStatement } from '../../model/change.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { eolOf, indentAt } from './edit.ts';

/** Statements among those of a JSON text, perhaps with `${…}` in it: behind the last one, or instead of one. */
export function jsonWithStatements(
  { file, text }: { file: string; text: string },
  within: Place,
  statements: PolicyStatement[],
  arn: string,
  replaced: Place[],
): Edit[] | undefined {
  const [first] = replaced;
  const last = first ?? lastObjectOf(text, within);
  if (!last) return undefined;
  const indent = indentAt(text, last.start);
  const eol = eolOf(text);
  const isReference = !arn.startsWith('arn:');
  const words = statements
    .map((each) =>
      JSON.stringify(each, null, 2).replaceAll('${bucket}', () => (isReference ? `\${${arn}}` : arn)),
    )
    .map((each) => each.replaceAll('\n', () => `${eol}${indent}`))
    .join(`,${eol}${indent}`);
  if (first) return [{ place: first, text: words }];
  return [{ place: { file, start: last.end, end: last.end }, text: `,${eol}${indent}${words}` }];
}

/** The last object in the list behind `"Statement"`, by its brackets. */
function lastObjectOf(text: string, { start, end }: Place): { start: number; end: number } | undefined {
  const head = /"Statement"\s*:\s*\[/.exec(text.slice(start, end));
  if (!head) return undefined;
  let depth = 0;
  let from = 0;
  let last: { start: number; end: number } | undefined;
  const scan = /"(?:[^"\\]|\\.)*"|\$\{[^}]*\}|[{}[\]]/g;
  scan.lastIndex = start + head.index + head[0].length;
  for (let found = scan.exec(text); found && found.index < end; found = scan.exec(text)) {
    const sign = found[0];
    if (sign === ']' && depth === 0) return last;
    if (sign === '{' || sign === '[') {
      if (depth === 0) from = found.index;
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) last = { start: from, end: found.index + 1 };
    }
  }
  return undefined;
}
