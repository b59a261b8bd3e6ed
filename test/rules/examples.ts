import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standardConfig } from '../../src/lint/config/config.ts';
import { edited } from '../../src/lint/fix.ts';
import { lint } from '../../src/lint/index.ts';
import type { Fault, Finding } from '../../src/model/finding.ts';
import { Lines } from '../../src/model/place.ts';
import { levelIn, type PresetName, presetNames } from '../../src/rules/presets.ts';
import type { Rule } from '../../src/rules/rule.ts';

export interface Example {
  /** `bad.ts`, `good-copy.py`. */
  name: string;
  kind: 'bad' | 'good' | 'unknown';
  /** Without the comments that say what is wanted. */
  text: string;
  wants: Want[];
  /** What `bad.ts` becomes, where the rule mends it. */
  fixed?: string;
}

export interface Want {
  line: number;
  part: string;
}

/** Trailing: of its own line; `want-next`: of the next. */
const comment = /[ \t]*(?:\/\/|#|--|<!--|\/\*) want "(?<part>.*?)"(?: -->| \*\/)?[ \t]*$/;
const next = /(?:\/\/|#|--) want-next "(?<part>.*?)"/;

/** The ids of all rules, from their folders. */
export function ruleFolders(): string[] {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true }).filter((each) => each.isDirectory());
  return folders('rules').flatMap((kind) =>
    folders(`rules/${kind.name}`).map((name) => `${kind.name}/${name.name}`),
  );
}

/** The examples of a rule: real files, each wrong line with a `want "part of the message"`. */
export function examplesOf(id: string): Example[] {
  const folder = `rules/${id}`;
  const names = readdirSync(folder).filter((name) => /^(bad|good|unknown)\b/.test(name));
  return names
    .filter((name) => !name.includes('.fixed.') && !name.endsWith('.want'))
    .map((name) => exampleOf(folder, name, names));
}

function exampleOf(folder: string, name: string, names: string[]): Example {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const fixed = name.replace('.', '.fixed.');
  const lines = read(name).split('\n');
  return {
    name,
    kind: /^[a-z]+/.exec(name)![0] as Example['kind'],
    text: lines.map((line) => line.replace(comment, '')).join('\n'),
    wants: [...wantsIn(lines), ...(names.includes(`${name}.want`) ? sideWants(read(`${name}.want`)) : [])],
    ...(names.includes(fixed) ? { fixed: read(fixed) } : {}),
  };
}

function wantsIn(lines: string[]): Want[] {
  return lines.flatMap((line, at) => {
    const here = comment.exec(line)?.groups?.part;
    const below = next.exec(line)?.groups?.part;
    if (here !== undefined) return [{ line: at + 1, part: here }];
    return below === undefined ? [] : [{ line: at + 2, part: below }];
  });
}

/** `LINE: message part`, a row each, for formats without comments. */
function sideWants(text: string): Want[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((row) => ({ line: Number.parseInt(row, 10), part: row.slice(row.indexOf(':') + 1).trim() }));
}

/** The key that fixes write into examples. */
const exampleKey = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** The principal that may only write. */
const exampleWriter = 'arn:aws:iam::111122223333:role/LogWriter';

/** The lowest preset in which all checks of a rule are on. */
export function presetFor(rule: Rule): PresetName {
  const isOn = (preset: PresetName) =>
    rule.checks.every((check) => levelIn(check.severity ?? rule.severity, preset) !== 'off');
  return presetNames.find(isOn) ?? 'strict';
}

/** What a rule says of a text, linted alone by all rules of the lowest preset in which the rule is on. */
export async function findingsOf(rule: Rule, rules: Rule[], name: string, text: string) {
  const preset = presetFor(rule);
  const cwd = mkdtempSync(join(tmpdir(), 'sselint-example-'));
  try {
    writeFileSync(join(cwd, name), text);
    const config = { ...standardConfig, preset, keys: [exampleKey], writeOnly: [exampleWriter] };
    const { findings, faults } = await lint({ cwd, config, rules, paths: [name] });
    return { findings: findings.filter((each) => each.rule === rule.id), faults: faults as Fault[] };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The text with the first fix of each finding made, one after the other, until nothing is left to mend. */
export async function mended(rule: Rule, rules: Rule[], name: string, text: string): Promise<string> {
  let current = text;
  for (let pass = 0; pass < 10; pass += 1) {
    const { findings } = await findingsOf(rule, rules, name, current);
    const fix = findings.flatMap((each) => each.fixes.slice(0, 1))[0];
    if (!fix) return current;
    current = edited(current, fix.edits);
  }
  throw new Error('the fixes come to no end');
}

/** `line: message`, as tests compare them. */
export function shown(findings: Finding[], text: string): { line: number; message: string }[] {
  const lines = new Lines(text);
  return findings.map(({ place, message }) => ({ line: lines.position(place.start).line, message }));
}
