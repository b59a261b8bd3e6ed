import type { Unknown } from '../../model/value.ts';
import { lookUpIn } from '../condition.ts';
import type { Condition, Policy, Request, Statement } from '../form.ts';
import { type Part, partsOf } from '../match.ts';
import { variableKeys } from '../variables.ts';
import { actionDimension } from './actions.ts';
import type { Dimension, Option } from './dimension.ts';
import { encryptionDimension, serviceOf, transportDimension } from './headers.ts';
import { never } from './impossible.ts';
import { keyDimension } from './keys.ts';
import { ownAccount, principalDimension, principalKeys } from './principals.ts';
import { resourceDimension } from './resources.ts';
import type { Setting } from './setting.ts';
import type { Clause } from './solve.ts';

/** All requests that can be made, as far as a policy can tell them apart. */
export interface World {
  policy: Policy;
  dimensions: Dimension[];
  /** What never goes together. */
  impossible: Clause[];
  claims: Claim[];
}

/** What a statement asks of each dimension. */
export interface Claim {
  statement: Statement;
  asks: Ask[];
}

export interface Ask {
  part: Part;
  variable: number;
  /** The options for which it holds, and those for which it may hold. */
  certain: bigint;
  possible: bigint;
  doubt?: Unknown;
}

export function conditionsOf({ conditions }: Statement): Condition[] {
  return Array.isArray(conditions) ? conditions : [];
}

export function worldOf(policy: Policy, setting: Setting): World {
  const conditions = policy.statements.flatMap(conditionsOf);
  const variables = variablesOf(policy);
  const mentioned = new Set([...conditions.map(({ key }) => key.toLowerCase()), ...variables]);
  const own = ownAccount(policy, setting);
  const transport = transportDimension(serviceOf(policy));
  const principal = principalDimension(policy, own, conditions, mentioned);
  const plain = [...mentioned].filter(
    (key) => ![...principalKeys, ...transport.keys, ...encryptionNames(policy)].includes(key),
  );
  const ofKey = (key: string) => conditions.filter((condition) => condition.key.toLowerCase() === key);
  const keyed = plain.map((key) => keyDimension(ofKey(key)[0]?.key ?? key, ofKey(key), []));
  const said = [principal, ...keyed].filter(({ keys }) => keys.some((key) => variables.has(key)));
  const lookUps = said.flatMap(({ options }) => options.map((option) => lookUpIn(option.context ?? {})));
  const dimensions = joined(
    [
      actionDimension(policy, [...mentioned, ...encryptionNames(policy)]),
      encryptionDimension(policy, conditions, own, lookUps),
      transport,
      ...keyed,
      principal,
      resourceDimension(policy, setting, lookUps),
    ],
    policy,
  );
  const claims = policy.statements.map((statement) => claimOf(statement, policy, dimensions));
  return { policy, dimensions, impossible: impossible(dimensions, plain), claims };
}

const encryptionNames = (policy: Policy) => {
  const stem = `${serviceOf(policy)}:x-amz-server-side-encryption`;
  return [stem, `${stem}-aws-kms-key-id`, `${stem}-customer-algorithm`];
};

function variablesOf(policy: Policy): Set<string> {
  const texts = policy.statements.flatMap((statement) => [
    ...(statement.resources?.items ?? []),
    ...conditionsOf(statement).flatMap(({ terms }) => terms),
  ]);
  const names = policy.variables ? texts.flatMap(({ text }) => variableKeys(text ?? '')) : [];
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The names of the dimensions that a part of a statement reads. */
function readBy(part: Part, dimensions: Dimension[], variables: boolean): number[] {
  const at = (key: string) =>
    dimensions.findIndex(({ name, keys }) => name.split(' ').includes(key) || keys.includes(key));
  if (part.of === 'principal' || part.of === 'action') return [at(part.of)];
  const terms = part.of === 'resource' ? part.terms.items : part.condition.terms;
  const said = variables ? terms.flatMap(({ text }) => variableKeys(text ?? '')) : [];
  const own = part.of === 'resource' ? 'resource' : part.condition.key;
  return [...new Set([own, ...said].map((key) => at(key.toLowerCase())))];
}

const mostJoined = 4000;

/** Dimensions that a policy variable ties together become one. */
function joined(start: Dimension[], policy: Policy): Dimension[] {
  let dimensions = start;
  for (const statement of policy.variables ? policy.statements : []) {
    for (const part of partsOf(statement, policy)) {
      const read = readBy(part, dimensions, true);
      const size = read.reduce((product, at) => product * dimensions[at]!.options.length, 1);
      if (read.length < 2 || size > mostJoined) continue;
      const product = read.map((at) => dimensions[at]!).reduce(join);
      dimensions = [...dimensions.filter((_, at) => !read.includes(at)), product];
    }
  }
  return dimensions;
}

function join(a: Dimension, b: Dimension): Dimension {
  const options = a.options.flatMap((one) => b.options.map((other) => both(one, other)));
  const incomplete = a.incomplete ?? b.incomplete;
  return {
    name: `${a.name} ${b.name}`,
    keys: [...a.keys, ...b.keys],
    options,
    ...(incomplete ? { incomplete } : {}),
  };
}

function both(a: Option, b: Option): Option {
  const outside = [...(a.outside ?? []), ...(b.outside ?? [])];
  return { ...a, ...b, context: { ...a.context, ...b.context }, outside };
}

export function claimOf(statement: Statement, policy: Policy, dimensions: Dimension[]): Claim {
  return { statement, asks: partsOf(statement, policy).map((part) => askOf(part, policy, dimensions)) };
}

function askOf(part: Part, policy: Policy, dimensions: Dimension[]): Ask {
  const [variable = 0, ...more] = readBy(part, dimensions, policy.variables);
  const ask: Ask = { part, variable, certain: 0n, possible: 0n };
  dimensions[variable]!.options.forEach((option, at) => {
    const request = requestOf([option]);
    const truth = more.length > 0 ? tooMany : part.holds(request, lookUpIn(request.context));
    if (truth === true) ask.certain |= 1n << BigInt(at);
    if (truth !== false) ask.possible |= 1n << BigInt(at);
    if (typeof truth === 'object') ask.doubt ??= truth;
  });
  return ask;
}

const tooMany: Unknown = { is: 'unknown', reason: 'its policy variables leave too many cases' };

export function requestOf(options: Option[]): Request {
  const request: Request = { action: '', resource: '', principal: 'anonymous', context: {} };
  for (const { action, resource, principal, context } of options) {
    request.action ||= action ?? '';
    request.resource ||= resource ?? '';
    if (principal) request.principal = principal;
    Object.assign(request.context, context);
  }
  return request;
}

function impossible(dimensions: Dimension[], keys: string[]): Clause[] {
  return never(keys).flatMap(({ a, b, both }) => {
    const [one, other] = [a, b].map((name) =>
      dimensions.findIndex((each) => each.name.split(' ').includes(name)),
    );
    if (one === undefined || other === undefined || one < 0 || other < 0) return [];
    if (one === other) {
      const mask = bits(dimensions[one]!.options, (option) => both(option, option));
      return mask === 0n ? [] : [[{ variable: one, mask }]];
    }
    return grouped(dimensions[one]!.options, (option) =>
      bits(dimensions[other]!.options, (each) => both(option, each)),
    )
      .filter(([mask]) => mask !== 0n)
      .map(([mask, own]) => [
        { variable: one, mask: own },
        { variable: other, mask },
      ]);
  });
}

export function bits(options: Option[], holds: (option: Option) => boolean): bigint {
  return options.reduce((mask, option, at) => (holds(option) ? mask | (1n << BigInt(at)) : mask), 0n);
}

/** Options that rule out the same share one clause. */
function grouped(options: Option[], maskOf: (option: Option) => bigint): [bigint, bigint][] {
  const groups = new Map<bigint, bigint>();
  options.forEach((option, at) => {
    const mask = maskOf(option);
    groups.set(mask, (groups.get(mask) ?? 0n) | (1n << BigInt(at)));
  });
  return [...groups];
}
