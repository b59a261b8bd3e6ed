import { type CallEvent, entry, type Frame, plainOf, type Thing } from '../evaluate/index.ts';
import { record, textOf, type Value } from '../model/value.ts';
import { memberOfHeader } from './headers.ts';
import { emptyInput, fromArguments, fromObject, type Input } from './input.ts';
import { isExactly } from './paths.ts';
import type { Sdk } from './sdk.ts';

type Presign = NonNullable<Sdk['presigns']>[number];

/** The row of an SDK's data by which a call presigns. */
export function presignedBy(sdk: Sdk, event: CallEvent): Presign | undefined {
  return sdk.presigns?.find((presign) =>
    presign.path.includes('.')
      ? isExactly(event.path, presign.path, sdk)
      : event.receiver !== undefined && event.path.endsWith(`.${presign.path}`),
  );
}

/** A presigned POST: its fields, and the conditions that pin them, are headers by name. */
export function postInput(presign: Presign, event: CallEvent, sdk: Sdk): Input {
  const input = emptyInput();
  const { frame } = event;
  const given = presign.input && event.args[presign.input.argument ?? 0];
  if (given) fromObject(input, given.thing, sdk, frame);
  else fromArguments(input, event.args, presign.positional, sdk, frame);
  const { Fields, Conditions } = input.members;
  if (given) readFields(input, entry(given.thing, 'Fields', frame)?.thing, frame);
  if (Fields) takeHeaders(input, Fields);
  if (Conditions) takeConditions(input, Conditions);
  return input;
}

function readFields(input: Input, fields: Thing | undefined, frame: Frame): void {
  if (fields) takeHeaders(input, plainOf(fields, frame));
}

function takeHeaders(input: Input, fields: Value): void {
  if (fields.is === 'unknown') input.rest ??= fields;
  if (fields.is !== 'record') return;
  if (fields.rest) input.rest ??= fields.rest;
  const metadata: Record<string, Value> = {};
  for (const { name, value } of fields.entries) {
    const header = textOf(name)?.toLowerCase() ?? '';
    const member = memberOfHeader[header];
    if (member) input.members[member] = value;
    if (header.startsWith('x-amz-meta-')) metadata[header.slice('x-amz-meta-'.length)] = value;
  }
  if (Object.keys(metadata).length) input.members.Metadata = record(metadata, { place: fields.place });
}

function takeConditions(input: Input, conditions: Value): void {
  if (conditions.is !== 'list') {
    if (conditions.is === 'unknown') input.rest ??= conditions;
    return;
  }
  if (conditions.rest) input.rest ??= conditions.rest;
  for (const condition of conditions.items) {
    if (condition.is === 'record') takeHeaders(input, condition);
    if (condition.is === 'list') takeTriple(input, condition.items);
    if (condition.is === 'unknown') input.rest ??= condition;
  }
}

/** `["eq", "$x-amz-server-side-encryption", "aws:kms"]` */
function takeTriple(input: Input, items: Value[]): void {
  const [operator, name, value] = items;
  const field = textOf(name)?.replace(/^\$/, '');
  if (textOf(operator) === 'eq' && field !== undefined && value)
    takeHeaders(input, record({ [field]: value }));
}
