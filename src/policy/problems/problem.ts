import { known, type RecordValue, record, type Unknown, type Value } from '../../model/value.ts';

/** What is wrong with a policy, in words that rules can judge; `at` holds the words to underline. */
export interface Problem {
  kind: ProblemKind;
  statement?: number;
  found: string;
  nearest?: string;
  message: string;
  at: Value | undefined;
  /** The very words that `nearest` replaces, where they are not all that is underlined. */
  word?: Value;
  /** Why it cannot be known whether it is so. */
  doubt?: Unknown;
}

export type ProblemKind =
  | 'invalid'
  | 'allowsHttp'
  | 'allowsOldTls'
  | 'allowsOtherEncryption'
  | 'allowsForeignKey'
  | 'allowsSseC'
  | 'requiresSseC'
  | 'blocksAllUploads'
  | 'blocksDefaultEncryption'
  | 'invertedHttps'
  | 'allowOnly'
  | 'notPrincipal'
  | 'unknownConditionKey'
  | 'statementWithoutEffect'
  | 'wrongViaService'
  | 'contextMismatch';

export function problemRecord({
  kind,
  statement,
  found,
  nearest: near,
  message,
  at,
  word,
  doubt,
}: Problem): RecordValue {
  const place = placeOf(at);
  const fields: Record<string, Value> = {
    kind: known(kind, place),
    found: known(found, word?.place ? { place: word.place } : place),
    message: known(message, place),
  };
  fields.holds = doubt ? { ...doubt, ...place } : known(true, place);
  if (statement !== undefined) fields.statement = known(statement, place);
  if (near !== undefined) fields.nearest = known(near, place);
  return record(fields, place);
}

/** Name and value together, where the source knows them. */
export function placeOf(at: Value | undefined): { place?: NonNullable<Value['place']> } {
  const place = at?.entry ?? at?.place;
  return place ? { place } : {};
}
