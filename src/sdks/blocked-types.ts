import {
  absent,
  isWritten,
  known,
  list,
  type RecordValue,
  record,
  textOf,
  type Value,
} from '../model/value.ts';

/** The values of `EncryptionType` in `BlockedEncryptionTypes` (AWS's S3 API model). */
const types = ['SSE-C', 'NONE'];
/** Names that are written for it, S3 knowing none of them. */
const misspelled = /^(BlockEncryptionTypes?|BlockedEncryptionType|BlockedEncryptions?)$/i;

/** What is wrong with the blocked types of a bucket's encryption rule: their name, form or value. */
export function blockedTypesProblems(rule: RecordValue, blocked: Value): Value {
  const wrongNames = rule.entries.flatMap(({ name, value }) => {
    const text = textOf(name);
    if (text === undefined || !misspelled.test(text)) return [];
    return [problem(text, { ...value, place: value.name ?? name.place }, 'BlockedEncryptionTypes')];
  });
  const items = blocked.is === 'list' ? blocked.items : isWritten(blocked) ? [blocked] : [];
  const wrongValues = items.flatMap((each) => {
    const text = textOf(each);
    if (text === undefined) return [];
    if (!types.includes(text)) return [problem(text, each, /none/i.test(text) ? 'NONE' : 'SSE-C')];
    return each === blocked ? [problem(text, each, `["${text}"]`)] : [];
  });
  const rows = [...wrongNames, ...wrongValues];
  return rows.length > 0 ? list(rows, { place: rows[0]!.place }) : absent;
}

function problem(found: string, { place, name, entry }: Value, nearest: string): Value {
  const at = { place, name, entry };
  return record({ kind: known('blockedTypes'), found: known(found, at), nearest: known(nearest) }, at);
}
