import { type EvaluatedArgument, type Frame, plainOf } from '../evaluate/index.ts';
import type { Value } from '../model/value.ts';
import type { Input } from './input.ts';
import { type Operation, operation } from './operations.ts';

const ofVerb: Record<string, string> = { put: 'PutObject', get: 'GetObject', head: 'HeadObject' };

/** The operation of a URL that is signed for an HTTP method: `Verb = HttpVerb.PUT`, `HttpMethod.PUT`. */
export function operationOfVerb(
  input: Input,
  args: EvaluatedArgument[],
  frame: Frame,
): Operation | undefined {
  const given = [...input.written.map((each) => each.value), ...args.map((arg) => plainOf(arg.thing, frame))];
  const verb = given.map(verbIn).find((each) => each !== undefined);
  if (verb === undefined) return operation('GetObject');
  const name = ofVerb[verb];
  return name === undefined ? undefined : operation(name);
}

function verbIn(value: Value): string | undefined {
  const words =
    value.is === 'known' ? String(value.value) : value.is === 'unknown' ? (value.origin ?? '') : '';
  return /(?:^|[._])(PUT|GET|HEAD|POST|DELETE|PATCH)$/.exec(words)?.[1]?.toLowerCase();
}
