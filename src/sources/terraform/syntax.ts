import type { Expression } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';

/** A Terraform file, whichever of its two syntaxes it is written in. */
export interface Body {
  attributes: Attribute[];
  blocks: Block[];
  /** What stands between the braces. */
  place: Place;
}

export interface Attribute {
  name: string;
  namePlace: Place;
  value: Expression;
  /** Name and value together. */
  place: Place;
}

export interface Block {
  type: string;
  typePlace: Place;
  labels: string[];
  body: Body;
  place: Place;
}

export interface Parsed {
  path: string;
  text: string;
  body: Body;
  /** What could not be read. */
  holes: Place[];
}

export function attribute(body: Body, name: string): Attribute | undefined {
  return body.attributes.find((each) => each.name === name);
}

export function blocksOf(body: Body, type: string): Block[] {
  return body.blocks.filter((each) => each.type === type);
}

/** The text of an attribute that must be a constant, as `source` of a module. */
export function constant(body: Body, name: string): string | undefined {
  const value = attribute(body, name)?.value;
  return value?.form === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}
