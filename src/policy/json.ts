import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Place } from '../model/place.ts';
import { known, list, type RecordEntry, record, unknown, type Value } from '../model/value.ts';

/** A JSON text as values with places, and what is wrong with the text. */
export interface JsonText {
  value: Value;
  faults: JsonFault[];
}

export interface JsonFault {
  message: string;
  place: Place;
}

const deepest = 1000;

/** `from` is where the text stands in its file. Comments and trailing commas are read, and are faults. */
export function readJson(text: string, file: string, from = 0): JsonText {
  const place = (start: number, length: number) => ({
    file,
    start: from + start,
    end: from + start + length,
  });
  if (isTooDeep(text)) {
    const fault = { message: `nested more than ${deepest} deep`, place: place(0, text.length) };
    return { value: unknown(fault.message, { place: fault.place }), faults: [fault] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = errors.map(({ error, offset, length }) => {
    return {
      message: messages[printParseErrorCode(error)] ?? 'not valid JSON',
      place: place(offset, Math.max(length, 1)),
    };
  });
  if (!root) return { value: unknown('no JSON', { place: place(0, text.length) }), faults };
  return { value: valueOfNode(root, place), faults };
}

const messages: Record<string, string> = {
  InvalidCommentToken: 'JSON has no comments',
  PropertyNameExpected: 'a property name in double quotes is expected: a trailing comma is not allowed',
  ValueExpected: 'a value is expected: a trailing comma is not allowed',
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'more text after the end of the policy',
  UnexpectedEndOfString: 'a string is not closed',
};

function valueOfNode(node: Node, place: (start: number, length: number) => Place): Value {
  const written = { place: place(node.offset, node.length) };
  const children = node.children ?? [];
  if (node.type === 'array')
    return list(
      children.map((child) => valueOfNode(child, place)),
      written,
    );
  if (node.type !== 'object') return known(node.value ?? null, written);
  const entries = children.flatMap((property): RecordEntry[] => {
    const [name, value] = property.children ?? [];
    if (!name || !value) return [];
    const key = known(name.value, { place: place(name.offset, name.length) });
    const entry = place(property.offset, property.length);
    return [{ name: key, value: { ...valueOfNode(value, place), name: key.place, entry } }];
  });
  return record(entries, written);
}

/** Checked before parsing, which recurses. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (bracket === '{' || bracket === '[') depth += 1;
    else if (bracket === '}' || bracket === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
