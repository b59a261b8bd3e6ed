import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fingerprints } from '../lint/fingerprint.ts';
import type { LintResult } from '../model/result.ts';
import { dataOf } from '../report/data.ts';
import { formats } from '../report/index.ts';
import type { Report, ReportData } from '../report/report.ts';
import { describeRule } from '../rules/describe.ts';
import type { Rule } from '../rules/rule.ts';
import { terminalOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface OutputFlags {
  format?: string[];
  color?: boolean;
  showUnknown?: boolean;
}

interface Output {
  format: string;
  /** Without one: standard output. */
  file?: string;
}

/** `sarif=out.sarif` is a format and the file that it goes into. */
export function outputsOf(flags: OutputFlags, standard: string[]): Output[] {
  const outputs = (flags.format ?? standard).map((text) => {
    const [format = '', ...file] = text.split('=');
    if (!Object.hasOwn(formats, format)) {
      throw new UsageError(`--format: expected ${Object.keys(formats).join(', ')}; got ${format}`);
    }
    return file.length ? { format, file: file.join('=') } : { format };
  });
  if (outputs.filter((each) => !each.file).length > 1) {
    throw new UsageError(
      '--format: expected one format without a file; give the others one, as sarif=out.sarif',
    );
  }
  return outputs;
}

export interface Written {
  result: LintResult;
  rules: Rule[];
  version: string;
  cwd: string;
}

/** Writes a result in every format that is asked for. */
export async function output(written: Written, outputs: Output[], flags: OutputFlags): Promise<ReportData> {
  const { result, rules, version, cwd } = written;
  const data = dataOf(result, { showUnknown: flags.showUnknown === true });
  const common = {
    data,
    result,
    version,
    cwd,
    rules: rules.map(describeRule),
    fingerprints: fingerprints(result.findings),
  };
  for (const { format, file } of outputs) {
    const write = await formats[format]!();
    const plain = { colour: false, links: false, width: 80 };
    const report: Report = { ...common, terminal: file ? plain : terminalOf(process.stdout, flags.color) };
    if (file) save(resolve(cwd, file), file, write(report));
    else process.stdout.write(write(report));
  }
  return data;
}

function save(path: string, name: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`cannot write ${name}: ${(error as Error).message}`);
  }
}
