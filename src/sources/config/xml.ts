import { SaxesParser } from 'saxes';
import type { Setting } from './setting.ts';
import { textValue } from './value.ts';

interface Element {
  name: string;
  start: number;
  text?: { words: string; start: number };
  parts: Element[];
}

/** Hadoop's `<property><name>…</name><value>…</value></property>`. Entities are not expanded; a broken file ends there. */
export function inXml(file: string, text: string): Setting[] {
  const found: Setting[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name }) => {
    const start = text.lastIndexOf('<', parser.position - 1);
    const element: Element = { name, start, parts: [] };
    open.at(-1)?.parts.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    const element = open.at(-1);
    const trimmed = words.trim();
    if (!element || trimmed === '') return;
    const start = text.indexOf(trimmed, element.start);
    if (start >= 0) element.text ??= { words: trimmed, start };
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.name === 'property') found.push(...property(file, text, element, parser.position));
  });
  try {
    parser.write(text).close();
  } catch {
    return found; // not well-formed: what came before stands
  }
  return found;
}

function property(file: string, text: string, { start, parts }: Element, end: number): Setting[] {
  const name = parts.find((part) => part.name === 'name')?.text;
  const value = parts.find((part) => part.name === 'value')?.text;
  if (!name || !value || text.slice(start, start + 9) !== '<property') return [];
  const place = { file, start: value.start, end: value.start + value.words.length };
  const places = {
    name: { file, start: name.start, end: name.start + name.words.length },
    entry: { file, start, end },
  };
  return [{ name: name.words, group: '', value: textValue(value.words, place, places) }];
}
