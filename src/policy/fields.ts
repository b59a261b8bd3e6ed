import { type Property, properties } from '../model/kinds.ts';
import { known, list, oneOf, record, textOf, unknown, type Value } from '../model/value.ts';
import { choicesIn, chosen } from './choices.ts';
import { describe } from './describe.ts';
import { evaluate } from './evaluate.ts';
import type { Policy, PolicyType } from './form.ts';
import { grantRows } from './grants.ts';
import { intentOf } from './intent.ts';
import { lets } from './judge.ts';
import { keyProblems } from './problems/key.ts';
import { nameProblems } from './problems/names.ts';
import { type Problem, placeOf, problemRecord } from './problems/problem.ts';
import { conductProblems } from './problems/uploads.ts';
import { readPolicy } from './read.ts';
import type { Answer } from './search/find.ts';
import { neverMatches } from './search/never.ts';
import type { Setting } from './search/setting.ts';
import { conditionsOf, type World, worldOf } from './search/world.ts';
import { formOf, type StandIn, withStandIns } from './stand-in.ts';

/** What the callers know of the thing a policy is attached to; values that are not known do not count. */
export interface PolicyOf {
  type: PolicyType;
  bucketName?: Value;
  bucketArn?: Value;
  keyArn?: Value;
  account?: Value;
  region?: Value;
  /** The default of the buckets that use the key. */
  bucketKey?: Value;
}

export type PolicyFields = Record<string, Value>;

const mostCombinations = 64;

/**
 * The leaves of a fact's `policy` group (`written`, `intends.http`, `lets.http`, `counterexamples.http`, `statements`,
 * `grants`, `problems`), without prefix. `policy` is the document as a record; undefined or absent where there is none.
 */
export function policyFields(policy: Value | undefined, of: PolicyOf): PolicyFields {
  if (!policy || policy.is === 'absent') return withoutPolicy();
  const { setting, standIns } = settingOf(of);
  const plainPolicy = withStandIns(policy, standIns);
  const choices = [...choicesIn(plainPolicy)];
  const combinations = choices.reduce((product, [, arms]) => product * arms.size, 1);
  if (combinations > mostCombinations)
    return unknownFields(unknown('too many combinations', placeOf(policy)));
  return perChoice(plainPolicy, choices, (plain) => fieldsOf(plain, of.type, setting));
}

function withoutPolicy(): PolicyFields {
  const fields: PolicyFields = { written: known(false) };
  for (const property of properties) {
    fields[`intends.${property}`] = known(false);
    fields[`lets.${property}`] = known(!property.startsWith('anonymous'));
  }
  return fields;
}

function settingOf({ bucketName, bucketArn, keyArn, account, region, bucketKey }: PolicyOf) {
  const standIns: StandIn[] = [];
  const textOr = (value: Value | undefined, text: string) => {
    const origin = formOf(value);
    if (origin === undefined) return textOf(value);
    standIns.push({ origin, text });
    return text;
  };
  const arn = textOr(bucketArn, 'arn:aws:s3:::the-bucket');
  const name = textOr(bucketName, 'the-bucket');
  const setting: Setting = {
    bucketArn: arn ?? (name === undefined ? undefined : `arn:aws:s3:::${name}`),
    keyArn: textOr(keyArn, 'arn:aws:kms:us-east-1:111122223333:key/the-key'),
    account: textOf(account) ?? accountIn(textOf(keyArn)),
    region: textOf(region) ?? textOf(keyArn)?.split(':')[3],
    ...(bucketKey?.is === 'known' ? { bucketKey: bucketKey.value === true } : {}),
  };
  return { setting, standIns };
}

const accountIn = (arn: string | undefined) => /^\d{12}$/.exec(arn?.split(':')[4] ?? '')?.[0];

/** Decides once for each combination of choices; a field is one of what it is in each. */
function perChoice(
  value: Value,
  choices: [string, Set<string>][],
  decide: (plain: Value) => PolicyFields,
): PolicyFields {
  const [first, ...rest] = choices;
  if (!first) return decide(value);
  const [choice, whens] = first;
  const arms = [...whens].map((when) => ({
    when,
    fields: perChoice(chosen(value, choice, when), rest, decide),
  }));
  const names = new Set(arms.flatMap(({ fields }) => Object.keys(fields)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = arms.map(({ when, fields }) => ({
        when,
        value: fields[name] ?? ({ is: 'absent' } as const),
      }));
      return [name, oneOf(choice, values, placeOf(value))];
    }),
  );
}

function fieldsOf(value: Value, type: PolicyType, setting: Setting): PolicyFields {
  if (value.is === 'absent') return withoutPolicy();
  if (value.is === 'unknown') return unknownFields(value);
  const policy = readPolicy(value, type);
  const written = { written: known(true, placeOf(value)) };
  if (policy.faults.length > 0) {
    const problems = policy.faults.map(({ message, at, statement, nearest }): Problem => {
      return { kind: 'invalid', found: message, message, at, statement, nearest };
    });
    const doubt = unknown('the policy is not valid', placeOf(value));
    return {
      ...unknownFields(doubt),
      ...written,
      problems: list(problems.map(problemRecord), placeOf(value)),
    };
  }
  const world = worldOf(policy, setting);
  return {
    ...written,
    ...decided(world, value),
    statements: statementRows(world),
    grants: grantRows(world),
    problems: problemRows(world, setting),
  };
}

function unknownFields(doubt: Value): PolicyFields {
  const fields: PolicyFields = {
    written: known(true, placeOf(doubt)),
    statements: doubt,
    grants: doubt,
    problems: doubt,
  };
  for (const property of properties) {
    fields[`intends.${property}`] = doubt;
    fields[`lets.${property}`] = doubt;
  }
  return fields;
}

/** A key's policy says nothing of uploads, a bucket's nothing of keys. */
const decidedFor: Record<PolicyType, readonly Property[]> = {
  bucket: properties.filter((property) => property !== 'anyDecrypt'),
  accessPoint: properties.filter((property) => property !== 'anyDecrypt'),
  key: ['anonymousWrite', 'anonymousRead'],
  identity: ['anyDecrypt'],
};

function decided(world: World, value: Value): PolicyFields {
  const { policy } = world;
  const fields: PolicyFields = {};
  const unseen = policy.rest ?? policy.statements.find(({ value }) => value.is === 'unknown')?.value;
  for (const property of decidedFor[policy.type]) {
    const intent = intentOf(policy, property);
    const answer = lets(world, property);
    const place = placeOf(intent?.condition.value ?? allowing(policy, answer) ?? value);
    fields[`intends.${property}`] = intent || !unseen ? known(intent !== undefined, place) : unseen;
    fields[`lets.${property}`] =
      'doubt' in answer ? { ...place, ...answer.doubt } : known('request' in answer, place);
    if ('request' in answer) fields[`counterexamples.${property}`] = known(describe(answer.request), place);
  }
  return fields;
}

/** The words by which a statement allows it. */
function allowing(policy: Policy, answer: Answer): Value | undefined {
  const index = 'request' in answer ? evaluate(policy, answer.request) : undefined;
  if (index?.verdict !== 'allow' || index.statement === null) return undefined;
  const statement = policy.statements[index.statement];
  return statement?.principals?.value ?? statement?.actions?.value;
}

function statementRows(world: World): Value {
  const rows = world.claims.map((claim): Value => {
    const { statement } = claim;
    if (statement.value.is === 'unknown') return statement.value;
    const place = placeOf(statement.value);
    const never = neverMatches(world, claim);
    const telling = never?.condition ?? tellingOf(statement) ?? undefined;
    return record(
      {
        ...(statement.sid === undefined ? {} : { sid: known(statement.sid, place) }),
        effect: typeof statement.effect === 'string' ? known(statement.effect, place) : statement.effect,
        ...(never
          ? { neverMatches: known(never.reason, placeOf(telling?.value ?? statement.resources?.value)) }
          : {}),
        notPrincipal: known(statement.principals?.negated === true, placeOf(statement.principals?.value)),
      },
      place,
    );
  });
  return list(rows, {
    ...placeOf(world.policy.value),
    ...(world.policy.rest ? { rest: world.policy.rest } : {}),
  });
}

/** The condition that tells what a statement is there for. */
function tellingOf(statement: Policy['statements'][number]) {
  return conditionsOf(statement).find(({ key }) =>
    /securetransport|tlsversion|server-side-encryption/i.test(key),
  );
}

function problemRows(world: World, setting: Setting): Value {
  const { policy } = world;
  const conduct = policy.type === 'bucket' || policy.type === 'accessPoint' ? conductProblems(world) : [];
  const problems = [...conduct, ...nameProblems(policy), ...keyProblems(policy, setting)];
  return list(problems.map(problemRecord), placeOf(policy.value));
}
