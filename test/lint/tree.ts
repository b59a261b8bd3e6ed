import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { standardConfig } from '../../src/lint/config/config.ts';
import { type LintOptions, lint } from '../../src/lint/index.ts';
import { readRule } from '../../src/rules/load.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { shippedRules } from '../../src/rules/shipped.ts';
import { toy } from './toy.ts';

/** A folder with these files, which goes when the test is over. */
export function tree(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sselint-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Two rules that the toy language can break, and those of suppressions. */
export async function rules(): Promise<Rule[]> {
  const own = await Promise.all([
    ruleOf('request/bad-word', {
      when: '{ encryption.algorithm: present }',
      require: '{ encryption.algorithm: [AES256, "aws:kms"] }',
      message: '`{encryption.algorithm}` is no algorithm',
      fix: '{ title: Write AES256, safe: true, set: { encryption.algorithm: AES256 } }',
    }),
    ruleOf('request/no-key', {
      when: '{ encryption.algorithm: "aws:kms" }',
      require: '{ encryption.keyId: present }',
      message: 'there is no key',
      fix: '{ title: Name a key, set: { encryption.keyId: own } }',
    }),
  ]);
  const shipped = (await shippedRules()).filter((rule) => rule.kind === 'suppression');
  return [...own, ...shipped];
}

async function ruleOf(id: string, check: Record<string, string>): Promise<Rule> {
  const lines = Object.entries(check).map(
    ([name, value]) => `    ${name}: ${name === 'message' ? JSON.stringify(value) : value}`,
  );
  const text = `title: A test\nwhy: For tests.\nseverity: { recommended: error }\nchecks:\n  -\n${lines.join('\n')}\n`;
  const read = await readRule(text, `${id}/rule.yaml`, id);
  if ('faults' in read) throw new Error(read.faults.map((fault) => fault.message).join('; '));
  return read.rule;
}

export async function lintTree(files: Record<string, string | Buffer>, options: Partial<LintOptions> = {}) {
  const cwd = options.cwd ?? tree(files);
  return lint({
    cwd,
    paths: ['.'],
    config: standardConfig,
    rules: await rules(),
    sources: [toy],
    ...options,
  });
}
