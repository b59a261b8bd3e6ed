import type { Document } from 'yaml';
import { isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Fault } from '../model/finding.ts';
import type { Place } from '../model/place.ts';

/** A YAML file, read with positions. */
export interface Yaml {
  file: string;
  text: string;
  value: unknown;
  document: Document.Parsed;
  faults: Fault[];
}

export function parseYaml(text: string, file: string): Yaml {
  const document = parseDocument(text, { prettyErrors: false, merge: true });
  const faults = document.errors.map((error): Fault => {
    const [start, end] = error.pos;
    return {
      kind: 'configuration',
      file,
      place: { file, start, end },
      message: `expected YAML: ${error.message}`,
    };
  });
  const value = faults.length ? undefined : document.toJS({ maxAliasCount: 100 });
  return { file, text, value, document, faults };
}

/** The place of a node by its path; of a key inside it, where `word` is one. */
export function locate(yaml: Yaml, path: (string | number)[], word?: string): Place {
  const node = nearest(yaml, path);
  const key = word === undefined ? undefined : keyIn(node, word);
  const range = (key ?? node)?.range;
  return { file: yaml.file, start: range?.[0] ?? 0, end: range?.[1] ?? yaml.text.length };
}

type Ranged = { range?: readonly [number, number, number] | null } | undefined;

function nearest(yaml: Yaml, path: (string | number)[]): Ranged {
  for (let length = path.length; length > 0; length -= 1) {
    const node = yaml.document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return yaml.document.contents ?? undefined;
}

function keyIn(node: Ranged, word: string): Ranged {
  let found: Ranged;
  if (!isNode(node)) return undefined;
  visit(node, {
    Pair(_, pair) {
      if (!found && isPair(pair) && isScalar(pair.key) && pair.key.value === word) found = pair.key;
    },
  });
  return found ?? (isMap(node) ? node : undefined);
}
