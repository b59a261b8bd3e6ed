import { absent, combine, known, list, mapArms, record, textOf, type Value } from '../../model/value.ts';
import { encryptionFields } from '../../sdks/index.ts';
import { givenChoice, notGiven } from './conditions.ts';
import { flag, read } from './fact.ts';
import { textForm } from './text.ts';

/** How a template language spells the parts of a bucket's default encryption. */
export interface EncryptionNames {
  byDefault: string;
  algorithm: string;
  keyId: string;
  bucketKey: string;
  blocked: string[];
  /** Names that are written instead of the one for blocked types. */
  misspelled: string[];
}

/** The `encryption` leaves of a bucket from the one rule of its configuration. */
export function bucketEncryption(
  configuration: Value,
  rule: Value,
  names: EncryptionNames,
): Record<string, Value> {
  const byDefault = read(rule, names.byDefault);
  const blocked = read(rule, ...names.blocked);
  return {
    'encryption.written': written(configuration),
    ...leaves({
      algorithm: read(byDefault, names.algorithm),
      keyId: read(byDefault, names.keyId),
      bucketKey: flag(read(rule, names.bucketKey)),
    }),
    'encryption.blocked': blocked,
    problems: problems(rule, blocked, names),
  };
}

function written(configuration: Value): Value {
  return mapArms(configuration, (plain) => {
    if (plain.is === 'unknown') return plain;
    return known(plain.is !== 'absent', plain.place ? { place: plain.place } : {});
  });
}

/** As the SDKs' encryption fields; a reference tells of itself how it names its key. */
export function leaves(given: { algorithm: Value; keyId: Value; bucketKey?: Value }): Record<string, Value> {
  const keyId = whereGiven(given.keyId, given.algorithm);
  const fields = encryptionFields({ bucketKey: absent, ...given, keyId });
  return { ...fields, 'encryption.keyForm': mapArms(fields['encryption.keyId'] ?? absent, formOf) };
}

/** Where the algorithm hangs on whether the key is given, the key is absent in the other arm. */
function whereGiven(keyId: Value, algorithm: Value): Value {
  if (keyId.is !== 'unknown' || keyId.origin === undefined || algorithm.is !== 'oneOf') return keyId;
  const { choice, arms } = algorithm;
  if (choice !== givenChoice(keyId.origin)) return keyId;
  const not = notGiven(keyId.origin);
  return {
    is: 'oneOf',
    choice,
    arms: arms.map(({ when }) => ({ when, value: when === not ? absent : keyId })),
  };
}

const arns =
  /^(module\..*\.)?(data\.aws_kms_alias\..*\.target_key_arn|(data\.)?aws_kms_[a-z_]*key\..*\.arn|.*\.Arn|module\..*arn)$/;
const ids =
  /^(module\..*\.)?((data\.)?aws_kms_[a-z_]*key\..*\.(key_id|id)|data\.aws_kms_alias\..*\.target_key_id)$/;

function formOf(plain: Value): Value {
  const { place } = plain;
  if (plain.is === 'absent') return plain;
  const text = textForm(plain) ?? '';
  if (/(^|:)alias\/aws\/s3$/.test(text) || text === 'aws/s3') return known('awsManaged', { place });
  if (/(^|:)alias\//.test(text)) return known('alias', { place });
  if (plain.is === 'known') return known(text.startsWith('arn:') ? 'arn' : 'id', { place });
  const origin = plain.is === 'unknown' ? (plain.origin ?? '') : '';
  if (arns.test(origin) || text.startsWith('arn:')) return known('arn', { place });
  return ids.test(origin) ? known('id', { place }) : plain;
}

const types = ['SSE-C', 'NONE'];

/** What is wrong with blocked encryption types: the name, a text instead of a list, a value that there is not. */
function problems(rule: Value, blocked: Value, names: EncryptionNames): Value {
  const wrongNames = names.misspelled.flatMap((name) => {
    const wrong = read(rule, name);
    if (wrong.is === 'absent') return [];
    return [problem(name, { ...wrong, place: wrong.name }, names.blocked[0]!)];
  });
  const items = blocked.is === 'list' ? blocked.items : [blocked];
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
  const written = { place, name, entry };
  return record(
    { kind: known('blockedTypes'), found: known(found, written), nearest: known(nearest) },
    written,
  );
}

/** Where a service's own word decides the mode: `SSE_KMS`, `DISABLED`. */
export function wireOf(option: Value, keyId: Value, words: Record<string, string>): Value {
  return combine(option, keyId, (word, key) => {
    if (word.is === 'known') return { ...word, value: words[String(word.value)] ?? word.value };
    if (word.is === 'absent' && key.is !== 'absent') return known('aws:kms', { place: key.place });
    return word;
  });
}
