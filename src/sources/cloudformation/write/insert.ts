import type { Entry, Expression, RecordExpression } from '../../../evaluate/form.ts';
import type { Edit } from '../../../model/finding.ts';
import { contains } from '../../../model/place.ts';
import { eolOf, indentAt } from '../../template/edit.ts';
import { entriesOf, entry } from '../stack.ts';
import type { Page } from './page.ts';
import { jsonOf, yamlOf } from './render.ts';

/** The resource of a fact, as it is written. */
export function resourceIn(page: Page): Entry | undefined {
  return [...resourcesOf(page).values()].find((each) => contains(each.place, page.fact.place));
}

export function resourcesOf({ root }: Page): Map<string, Entry> {
  const own = entriesOf(entry(root, 'Resources'));
  return own.size > 0 ? own : entriesOf(entry(entry(root, 'resources'), 'Resources'));
}

/** A new entry, at the end of the map that a path leads to; what the path lacks is made. */
export function inserted(
  page: Page,
  resource: Entry,
  within: string[],
  name: string,
  data: unknown,
): Edit[] | undefined {
  let at: Expression = resource.value;
  for (const [index, step] of within.entries()) {
    const next = stepInto(at, step);
    if (!next) {
      const rest = within
        .slice(index + 1)
        .reduceRight<unknown>((inner, each) => ({ [each]: inner }), { [name]: data });
      return at.form === 'record' ? [lastEntry(page, at, step, rest)] : undefined;
    }
    at = next;
  }
  return at.form === 'record' ? [lastEntry(page, at, name, data)] : undefined;
}

function stepInto(at: Expression, step: string): Expression | undefined {
  const of = at.form === 'list' ? at.items[0] : at;
  const record = of && 'form' in of ? of : undefined;
  const found = entry(record, step);
  if (found?.form === 'list') {
    const [first] = found.items;
    return first && 'form' in first ? first : undefined;
  }
  return found;
}

function lastEntry(page: Page, record: RecordExpression, name: string, data: unknown): Edit {
  const { text, file } = page;
  const last = record.entries.at(-1)!;
  const { end } = last.place;
  const isFlow = text[record.place.start] === '{';
  if (isFlow && !text.slice(record.place.start, record.place.end).includes('\n')) {
    return { place: { file, start: end, end }, text: `, ${JSON.stringify(name)}: ${JSON.stringify(data)}` };
  }
  const indent = columnOf(text, record.entries[0]!.place.start);
  const words = isFlow
    ? `,${eolOf(text)}${indent}${jsonOf({ name, data }, indent, eolOf(text))}`
    : `${eolOf(text)}${yamlOf({ name, data }, indent, eolOf(text))}`;
  const at = isFlow ? end : endOfLine(text, end);
  return { place: { file, start: at, end: at }, text: words };
}

/** Behind the comment that follows on the same line. */
export function endOfLine(text: string, from: number): number {
  const rest = /^[ \t]*(#[^\r\n]*)?/.exec(text.slice(from))![0];
  return rest.includes('#') ? from + rest.length : from;
}

/** Spaces up to a column: behind a dash the entries stand deeper than their line. */
export function columnOf(text: string, offset: number): string {
  const indent = indentAt(text, offset);
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return indent.length === offset - line ? indent : ' '.repeat(offset - line);
}
