import { type Node, parseTree } from 'jsonc-parser';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { known } from '../../model/value.ts';
import type { Setting } from './setting.ts';
import { textValue } from './value.ts';

/** Settings in a JSON document, their names the path to them. */
export function inJson(file: string, text: string): Setting[] {
  const found: Setting[] = [];
  const visit = (node: Node, path: string[]): void => {
    if (node.type === 'array') for (const child of node.children ?? []) visit(child, path);
    for (const each of node.type === 'object' ? (node.children ?? []) : []) {
      const [name, value] = each.children ?? [];
      if (!name || !value) continue;
      const own = [...path, String(name.value)];
      if (value.type === 'object' || value.type === 'array') visit(value, own);
      else
        found.push({ name: own.join('.'), group: path.join('.'), value: jsonValue(file, each, name, value) });
    }
  };
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root) visit(root, []);
  return found;
}

function jsonValue(file: string, entry: Node, name: Node, value: Node) {
  const places = {
    name: { file, start: name.offset + 1, end: name.offset + name.length - 1 },
    entry: { file, start: entry.offset, end: entry.offset + entry.length },
  };
  const quote = value.type === 'string' ? 1 : 0;
  const place = { file, start: value.offset + quote, end: value.offset + value.length - quote };
  return value.type === 'string'
    ? textValue(value.value, place, places)
    : known(value.value, { place, ...places });
}

/** Settings in YAML documents, their names the path to them; `- name: X, value: Y` and `- X=Y` are the setting `X`. */
export function inYaml(file: string, text: string): Setting[] {
  const found: Setting[] = [];
  const visit = (node: unknown, path: string[]): void => {
    if (isSeq(node)) for (const item of node.items) visitItem(item, path);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const own = [...path, String(key.value)];
      const setting = isScalar(value) ? scalar(file, text, own.join('.'), path, key, value) : undefined;
      if (setting) found.push(setting);
      else visit(value, own);
    }
  };
  const visitItem = (item: unknown, path: string[]): void => {
    const named = isMap(item) ? [item.get('name', true), item.get('value', true)] : [];
    const [name, value] = named;
    const pair =
      isScalar(item) && typeof item.value === 'string' ? /^([A-Za-z_]\w*)=(.*)$/.exec(item.value) : null;
    if (isScalar(name) && isScalar(value)) {
      const setting = scalar(file, text, String(name.value), path, name, value);
      if (setting) found.push(setting);
    } else if (pair && isScalar(item) && item.range) {
      const start = text.indexOf(pair[0], item.range[0]);
      const place = { file, start: start + pair[1]!.length + 1, end: start + pair[0].length };
      const places = {
        name: { file, start, end: start + pair[1]!.length },
        entry: { file, start, end: place.end },
      };
      found.push({ name: pair[1]!, group: path.join('.'), value: textValue(pair[2]!, place, places) });
    } else visit(item, path);
  };
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    if ('contents' in document) visit(document.contents, []);
  }
  return found;
}

interface Ranged {
  range?: [number, number, number] | null;
  value: unknown;
}

function scalar(
  file: string,
  text: string,
  name: string,
  path: string[],
  key: Ranged,
  value: Ranged,
): Setting | undefined {
  if (!key.range || !value.range) return undefined;
  const quote = /["']/.test(text[value.range[0]] ?? '') ? 1 : 0;
  const place = { file, start: value.range[0] + quote, end: value.range[1] - quote };
  const places = {
    name: { file, start: key.range[0], end: key.range[1] },
    entry: { file, start: key.range[0], end: value.range[1] },
  };
  const said = typeof value.value === 'string' ? textValue(value.value, place, places) : undefined;
  if (said) return { name, group: path.join('.'), value: said };
  const plain = value.value;
  if (typeof plain !== 'boolean' && typeof plain !== 'number') return undefined;
  return { name, group: path.join('.'), value: known(plain, { place, ...places }) };
}
