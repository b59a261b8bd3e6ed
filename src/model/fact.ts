import type { FieldPath, Kind } from './kinds.ts';
import type { Place } from './place.ts';
import { absent, textOf, type Unknown, unknown, type Value } from './value.ts';

/** What one place says about S3 encryption: leaves by dotted path (`encryption.mode`), lists and maps as leaves. */
export interface Fact<K extends Kind = Kind> {
  kind: K;
  /** What it is a fact *of*, as findings name it; null where unknown. */
  resource: string | null;
  /** The whole of it: the call that sends, the resource's block. `place.file` is the fact's file. */
  place: Place;
  /** The SDK, tool or template language that says it: `boto3`, `aws-cli`, `terraform`. */
  via: string;
  /** All there is can be seen: what is not in `fields` is absent. Otherwise it is unknown. */
  complete: boolean;
  fields: Partial<Record<FieldPath<K>, Value>>;
  /** The name of the source that read it, and so writes its fixes. */
  source: string;
  /** Where fields that are not yet written can be put; the source's own words. */
  anchors?: Record<string, Place>;
  /** What the linker needs to find the facts this one belongs with; the source's own words. */
  joins?: Record<string, Value>;
}

export type AnyFact = { [K in Kind]: Fact<K> }[Kind];

/** A fact as rules see it, after linking: a link that was looked for and not found is unknown. */
export interface LinkedFact<K extends Kind = Kind> extends Fact<K> {
  links: Record<string, LinkedFact[] | Unknown>;
}

/**
 * The value of a leaf: what is not seen is absent in a complete fact, else unknown.
 * Beyond a leaf the path goes into it: `ignored.0.name` of a list of records, `metadata.owner` of a map.
 */
export function field(fact: Fact, path: string): Value {
  const fields = fact.fields as Record<string, Value | undefined>;
  const value = fields[path] ?? inLeaf(fields, path);
  if (value) return value;
  return fact.complete ? absent : unknown(`not all of this ${fact.kind} can be seen`);
}

function inLeaf(fields: Record<string, Value | undefined>, path: string): Value | undefined {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const leaf = fields[path.slice(0, dot)];
    if (leaf) return at(leaf, path.slice(dot + 1));
  }
  return undefined;
}

function at(value: Value, path: string): Value | undefined {
  const [head = '', ...rest] = path.split('.');
  if (value.is === 'record') {
    const whole = value.entries.find((entry) => textOf(entry.name) === path);
    const entry = whole ?? value.entries.find((each) => textOf(each.name) === head);
    return entry && (whole || !rest.length ? entry.value : at(entry.value, rest.join('.')));
  }
  const item = value.is === 'list' ? value.items[Number(head)] : undefined;
  return item && rest.length ? at(item, rest.join('.')) : item;
}
