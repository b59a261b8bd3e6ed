import { known, type Value } from '../model/value.ts';

/**
 * A text with what is not known in angle brackets (`⟨aws_s3_bucket.logs.arn⟩/*`, the origin of an unknown value)
 * still says what it speaks of, where that is the very thing the policy is attached to: a name stands in for it.
 */
export interface StandIn {
  origin: string;
  text: string;
}

/** The origin of an unknown value as a text with brackets. */
export function formOf(value: Value | undefined): string | undefined {
  if (value?.is !== 'unknown' || value.origin === undefined) return undefined;
  return value.origin.includes('⟨') ? value.origin : `⟨${value.origin}⟩`;
}

export function withStandIns(value: Value, standIns: StandIn[]): Value {
  if (value.is === 'list')
    return { ...value, items: value.items.map((item) => withStandIns(item, standIns)) };
  if (value.is === 'record') {
    const entries = value.entries.map((entry) => ({ ...entry, value: withStandIns(entry.value, standIns) }));
    return { ...value, entries };
  }
  if (value.is === 'oneOf') {
    return {
      ...value,
      arms: value.arms.map((arm) => ({ ...arm, value: withStandIns(arm.value, standIns) })),
    };
  }
  const form = formOf(value);
  if (form === undefined) return value;
  const text = standIns.reduce((rest, { origin, text }) => rest.replaceAll(origin, text), form);
  if (text.includes('⟨')) return value;
  return known(text, { place: value.place, name: value.name, entry: value.entry });
}
