import type { NewValue } from '../../model/change.ts';
import type { Sdk } from '../../sdks/index.ts';

/** A constant as an SDK takes it for one member: in a call, as a member of an enum; undefined where it takes none. */
export function typedAs(
  member: string | undefined,
  plain: string,
  value: NewValue,
  sdk: Sdk | undefined,
): string | undefined {
  if (member === undefined || 'expression' in value) return plain;
  const { values } = sdk ?? {};
  const form = values && member in values ? values[member] : values?.['*'];
  if (form === null) return undefined;
  if (typeof form === 'object') return form[String(value.literal)];
  return form?.replace('{}', () => plain) ?? plain;
}
