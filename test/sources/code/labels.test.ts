import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fact } from '../../../src/model/fact.ts';
import type { Value } from '../../../src/model/value.ts';
import { readProgram } from '../../../src/sdks/index.ts';
import { type Adapter, translate } from '../../../src/sources/code/adapter.ts';

/**
 * Code as people write it, below a folder a language. A comment `=> PutObject SSE-KMS key=alias/app` stands above
 * the line on which a request begins: its operation, its encryption mode (`a|b` where it is one of several, `?`
 * where it cannot be known) and, where it is written out, its key.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true }).filter((each) => each.isDirectory());

interface Label {
  line: number;
  operation: string;
  mode: string;
  key?: string;
}

function labelsOf(text: string): Label[] {
  return text.split('\n').flatMap((words, at) => {
    const found = /^\s*(?:\/\/|#|--)\s*=> (\w+) (\S+)(?: key=(\S+))?\s*$/.exec(words);
    return found ? [{ line: at + 2, operation: found[1]!, mode: found[2]!, key: found[3] }] : [];
  });
}

function armsOf(value: Value | undefined): string[] {
  if (!value || value.is === 'absent') return [];
  if (value.is === 'oneOf') return value.arms.flatMap((arm) => armsOf(arm.value));
  return [value.is === 'known' ? String(value.value) : '?'];
}

const fieldOf = (fact: Fact, path: string) => (fact.fields as Record<string, Value>)[path];

const sorted = (all: Iterable<string>) => [...new Set(all)].sort().join('|');

async function requestsOf(language: string, file: string, text: string) {
  const module = (await import(`../../../src/sources/code/${language}.ts`)) as Record<string, Adapter>;
  const program = await translate(module[language]!, file, text);
  assert.deepEqual(program.holes, [], `${file} has no syntax errors`);
  const facts = readProgram(program, { source: 'code', endpoints: {} });
  return facts.filter((fact): fact is Fact<'request'> => fact.kind === 'request');
}

interface Counts {
  labels: number;
  found: number;
  modes: number;
  wrong: string[];
  extra: string[];
}

async function check(language: string, name: string, counts: Counts): Promise<void> {
  const text = readFileSync(join(here, language, name), 'utf8');
  const requests = await requestsOf(language, name, text);
  const lineOf = (fact: Fact) => text.slice(0, fact.place.start).split('\n').length;
  const left = new Set<Fact<'request'>>(requests);
  for (const label of labelsOf(text)) {
    counts.labels += 1;
    const where = `${name}:${label.line} ${label.operation}`;
    const fact = [...left].find(
      (each) => lineOf(each) === label.line && armsOf(fieldOf(each, 'operation'))[0] === label.operation,
    );
    if (!fact) {
      counts.wrong.push(`${where} is not found`);
      continue;
    }
    left.delete(fact);
    counts.found += 1;
    const mode = sorted(armsOf(fieldOf(fact, 'encryption.mode')));
    if (mode === sorted(label.mode.split('|'))) counts.modes += 1;
    else counts.wrong.push(`${where} is ${mode}, not ${label.mode}`);
    const keys = armsOf(fieldOf(fact, 'encryption.keyId'));
    if (label.key && !keys.includes(label.key)) counts.wrong.push(`${where} has key ${keys.join('|')}`);
  }
  for (const fact of left) counts.extra.push(`${name}:${lineOf(fact)} ${armsOf(fieldOf(fact, 'operation'))}`);
}

describe('requests in code as people write it', () => {
  for (const { name: language } of folders) {
    it(language, async function () {
      this.timeout(20_000);
      const counts: Counts = { labels: 0, found: 0, modes: 0, wrong: [], extra: [] };
      for (const name of readdirSync(join(here, language))) await check(language, name, counts);
      const report = [...counts.wrong, ...counts.extra.map((each) => `${each} is not there`)].join('\n');
      assert.ok(counts.found >= 0.97 * counts.labels, report);
      assert.ok(counts.modes >= 0.98 * counts.found, report);
      assert.deepEqual(counts.extra, [], report);
      assert.deepEqual(counts.wrong, []);
    });
  }
});
