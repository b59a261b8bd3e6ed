import type { Edit } from '../../../model/finding.ts';
import { eolOf, indentAt } from '../../template/edit.ts';
import type { Attribute, Body } from '../syntax.ts';
import type { Page } from '../write.ts';

/** A new attribute after the last of a body, its sign under those of its neighbours, as `terraform fmt` has it. */
export function inserted(page: Page, body: Body, name: string, value: string): Edit[] {
  const { text } = page;
  const last = body.attributes.at(-1);
  const eol = eolOf(text);
  if (!last) return [inEmpty(page, body, `${name} = ${value}`)];
  const group = groupOf(last, body.attributes, text);
  const width = Math.max(name.length, ...group.map((each) => each.name.length));
  const line = `${indentAt(text, last.place.start)}${name.padEnd(width)} = ${value}`;
  const realigned = group.map((each): Edit => {
    const end = text.indexOf('=', each.namePlace.end);
    return {
      place: { file: page.file, start: each.namePlace.end, end },
      text: ' '.repeat(width - each.name.length + 1),
    };
  });
  const isAligned =
    new Set(group.map((each) => text.indexOf('=', each.namePlace.end) - each.namePlace.start)).size === 1;
  const end = endOfLine(text, last.place.end);
  const edits = realigned.filter(
    (edit) => isAligned && text.slice(edit.place.start, edit.place.end) !== edit.text,
  );
  return [...edits, { place: { file: page.file, start: end, end }, text: eol + line }];
}

/** Attributes on the lines directly above, each on one line. */
function groupOf(last: Attribute, all: Attribute[], text: string): Attribute[] {
  const group = [last];
  for (const each of [...all].reverse().slice(1)) {
    const between = text.slice(each.place.end, group[0]!.place.start);
    if (
      (between.match(/\n/g)?.length ?? 0) !== 1 ||
      text.slice(each.place.start, each.place.end).includes('\n')
    )
      break;
    group.unshift(each);
  }
  return group;
}

function endOfLine(text: string, from: number): number {
  const end = /[^\r\n]*/.exec(text.slice(from))![0].length;
  return from + end;
}

/** In a body without attributes: at its end, or on lines of its own between empty braces. */
function inEmpty(page: Page, body: Body, line: string): Edit {
  const { text, file } = page;
  const indent = indentAt(text, body.place.start);
  const eol = eolOf(text);
  const inner = text.slice(body.place.start, body.place.end);
  if (inner.trim() === '') {
    return {
      place: { file, start: body.place.start, end: body.place.end },
      text: `${eol}${indent}  ${line}${eol}${indent}`,
    };
  }
  const start = body.place.start + inner.trimEnd().length;
  return { place: { file, start, end: start }, text: `${eol}${indent}  ${line}` };
}
