import { known, list, record, type Unknown, unknown, type Value } from '../model/value.ts';
import type { PrincipalTerm } from './form.ts';
import { placeOf } from './problems/problem.ts';
import type { Option } from './search/dimension.ts';
import { type Answer, find } from './search/find.ts';
import type { Claim, World } from './search/world.ts';

/** What who only writes has no need of: to read, list, delete, or change the encryption. */
const beyondWriting = [
  /^s3:GetObject(Version)?$/,
  /^s3:ListBucket(Versions)?$/,
  /^s3:DeleteObject(Version)?$/,
  /^s3:(PutEncryptionConfiguration|UpdateObjectEncryption)$/,
];

/**
 * One row for each principal that a bucket's policy names and allows more than to write: `principal`, `actions`,
 * `statement`; `holds` is unknown where that cannot be decided.
 */
export function grantRows(world: World): Value {
  const { policy, claims } = world;
  const allows = claims.filter(({ statement }) => statement.effect === 'Allow');
  const rows = policy.type === 'key' ? [] : allows.flatMap((claim) => grantsOf(world, claim));
  const rest = policy.rest ?? allows.map(unnamed).find((each) => each !== undefined);
  return list(rows, { ...placeOf(policy.value), ...(rest ? { rest } : {}) });
}

/** A principal that cannot be known may be any. */
function unnamed({ statement: { principals } }: Claim): Unknown | undefined {
  const value = principals?.items.find(({ text }) => text === undefined)?.value;
  return value && (value.is === 'unknown' ? value : unknown('cannot be known', placeOf(value)));
}

function grantsOf(world: World, { statement, asks }: Claim): Value[] {
  const { principals, index } = statement;
  if (!principals || principals.negated) return [];
  return principals.items.flatMap((item) => {
    const answers = beyondWriting.map((actions): Answer => {
      return find(world, { within: asks, fits: requestsOf(item, actions) });
    });
    const allowed = answers.flatMap((answer) => ('request' in answer ? answer.request.action : []));
    const doubt = answers.flatMap((answer) => ('doubt' in answer ? answer.doubt : []))[0];
    if (item.text === undefined || (allowed.length === 0 && !doubt)) return [];
    const place = placeOf(item.value);
    const row = {
      principal: known(item.text, place),
      actions: known(allowed.join(', '), place),
      statement: known(index, place),
      holds: allowed.length > 0 ? known(true, place) : { ...doubt!, ...place },
    };
    return [record(row, place)];
  });
}

const requestsOf = (item: PrincipalTerm, actions: RegExp) => (option: Option, dimension: string) => {
  if (dimension === 'action') return actions.test(option.action ?? '');
  return dimension !== 'principal' || Object.values(option.principal ?? {})[0] === item.text;
};
