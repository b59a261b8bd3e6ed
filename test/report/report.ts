import { standardConfig } from '../../src/lint/config/config.ts';
import { fingerprints } from '../../src/lint/fingerprint.ts';
import { lint } from '../../src/lint/index.ts';
import { dataOf } from '../../src/report/data.ts';
import { formats } from '../../src/report/index.ts';
import type { Report } from '../../src/report/report.ts';
import { describeRule } from '../../src/rules/describe.ts';
import { toy } from '../lint/toy.ts';
import { tree, rules as twoRules } from '../lint/tree.ts';

/** A run with one of everything: findings of all sorts, fixes, a suppression, an unread file, a hole. */
export const everything = {
  'a b/ü%.toy': 'put <x&y> sse=aes # "quoted" | `ticks`\n\u001B[31m\n!syntax\n',
  'b.toy': '# sselint-disable-next-line request/bad-word -- known\nput logs sse=bes\nput logs sse=aws:kms\n',
  'c.toy': 'put x\n# sselint-disable-next-line request/no-key -- stale\n',
  'deep.toy': `put${'['.repeat(2000)}`,
};

export async function report(files: Record<string, string>): Promise<Report> {
  const cwd = tree(files);
  const rules = await twoRules();
  const result = await lint({ cwd, paths: ['.'], config: standardConfig, rules, sources: [toy] });
  return {
    data: dataOf(result, { showUnknown: true }),
    result,
    rules: rules.map(describeRule),
    version: '1.2.3',
    terminal: { colour: false, links: false, width: 80 },
    fingerprints: fingerprints(result.findings),
    cwd,
  };
}

export async function written(format: string, files: Record<string, string>): Promise<string> {
  return (await formats[format]!())(await report(files));
}
