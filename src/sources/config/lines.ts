import type { Setting } from './setting.ts';
import { textValue } from './value.ts';

const section = /^\s*\[(?<name>[^\]]+)\]\s*$/;
const row =
  /^(?<indent>\s*(?:export\s+|set\s+|ENV\s+|-\s+)?["']?)(?<name>[A-Za-z_][\w.:-]*?)(?<connector>\s*[=:]\s*|\s+)(?<rest>\S.*?)?\s*$/;

/** Settings a line each: `.properties`, `.conf`, `.ini`, `.env`. */
export function inLines(file: string, text: string): Setting[] {
  const found: Setting[] = [];
  let group = '';
  let at = 0;
  for (const line of text.split('\n')) {
    const opened = section.exec(line)?.groups?.name;
    if (opened !== undefined) group = opened;
    const setting = /^\s*[#;!]/.test(line) ? undefined : settingIn(file, line.replace(/\r$/, ''), at, group);
    if (setting) found.push(setting);
    at += line.length + 1;
  }
  return found;
}

function settingIn(file: string, line: string, at: number, group: string): Setting | undefined {
  const { indent = '', name, connector = '', rest = '' } = row.exec(line)?.groups ?? {};
  if (name === undefined) return undefined;
  const start = at + indent.length;
  const quoted = /^(["'])(.*)\1$/.exec(rest);
  const words = quoted ? quoted[2]! : rest.replace(/\s+[#;]\s.*$/, '');
  const from = start + name.length + connector.length + (quoted ? 1 : 0);
  const places = {
    name: { file, start, end: start + name.length },
    entry: { file, start, end: from + words.length + (quoted ? 1 : 0) },
  };
  return { name, group, value: textValue(words, { file, start: from, end: from + words.length }, places) };
}
