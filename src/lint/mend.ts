import type { Edit, Fix } from '../model/finding.ts';
import { contains, type Place } from '../model/place.ts';
import type { Value } from '../model/value.ts';
import type { RawFix } from '../rules/fixes.ts';
import type { RawFinding } from '../rules/judge.ts';
import type { Source } from '../sources/source.ts';
import { readerOf } from './read.ts';
import { removeComment } from './suppress/remove.ts';

/** What writing fixes needs: who writes, and the texts as they were read. */
export interface Writing {
  sources: Source[];
  text(file: string): string | undefined;
  /** Where key material stands. */
  secrets(file: string): Place[];
}

/** The fixes of a finding as edits, in the rule's order; those that a syntax cannot say are left out. */
export async function fixesOf(finding: RawFinding, writing: Writing): Promise<Fix[]> {
  const fixes: Fix[] = [];
  for (const raw of finding.fixes) {
    const edits = await editsOf(raw, writing);
    if (edits?.length) fixes.push({ title: raw.title, safe: raw.safe, edits });
  }
  return fixes;
}

async function editsOf({ changes, fact }: RawFix, writing: Writing): Promise<Edit[] | undefined> {
  const file = fileOf(fact.fields as Record<string, Value>, changes) ?? fact.place.file;
  const text = writing.text(file);
  if (text === undefined) return undefined;
  if (fact.source === 'suppression') return removeComment(fact, text);
  const source = writing.sources.find((each) => each.name === fact.source);
  if (!source) return undefined;
  const edits = await (await readerOf(source)).write(changes, fact, text);
  return edits?.map((edit) => withheld(edit, writing));
}

/** Where the first field that changes is written, or its group: an effective bucket comes from several files. */
function fileOf(fields: Record<string, Value>, changes: RawFix['changes']): string | undefined {
  for (const change of changes) {
    const path = 'path' in change ? change.path : change.verb === 'addStatement' ? 'policy.' : '';
    const group = `${path.split('.', 1)[0]}.written`;
    for (const value of [fields[path], firstStatement(fields, change), fields[group]]) {
      const place = value?.entry ?? value?.place ?? value?.name;
      if (place) return place.file;
    }
  }
  return undefined;
}

/** Statements stand elsewhere than their policy is attached, where it comes from a data document. */
function firstStatement(
  fields: Record<string, Value>,
  { verb }: RawFix['changes'][number],
): Value | undefined {
  const rows = fields['policy.statements'] ?? fields.statements;
  return verb === 'addStatement' && rows?.is === 'list' ? rows.items[0] : undefined;
}

/** An edit that repeats key material of the stretch that it replaces is never shown. */
function withheld(edit: Edit, { text, secrets }: Writing): Edit {
  const before = text(edit.place.file) ?? '';
  const repeats = secrets(edit.place.file).some((place) => {
    const words = before.slice(place.start, place.end);
    return contains(edit.place, place) && words.length > 0 && edit.text.includes(words);
  });
  return repeats ? { ...edit, secret: true } : edit;
}
