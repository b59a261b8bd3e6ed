import { dirname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { createColors } from 'picocolors';
import { parse } from 'yaml';
import { documentOfValue } from '../policy/document.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Policy } from '../policy/form.ts';
import { plainValue } from '../policy/plain.ts';
import { requestFrom } from '../policy/request.ts';
import { loadPolicy, type PolicyError, printErrors, readText } from './policy-file.ts';
import { terminalOf } from './terminal.ts';

interface Row {
  file: string;
  name: string;
  expected: string;
  verdict: string;
  statement: number | null;
  passed: boolean;
}

const verdicts = ['allow', 'deny', 'none'];

/** `sselint policy test FILE…`: unit tests of policies. */
export function registerTest(policy: Command, exit: (code: number) => void): void {
  policy
    .command('test')
    .description(
      'run tests of policies: YAML with a policy (a file, or the document itself) and tests: [{ name, request, expect }]',
    )
    .argument('<files...>', 'test files in YAML')
    .addOption(new Option('-f, --format <name>', 'how').choices(['pretty', 'json']).default('pretty'))
    .action((files: string[], { format }: { format: string }) => exit(run(files, format)));
}

function run(files: string[], format: string): number {
  const results = files.map(testsOf);
  const rows = results.flatMap((result) => ('rows' in result ? result.rows : []));
  const errors = results.flatMap((result) => ('errors' in result ? result.errors : []));
  if (format === 'json')
    process.stdout.write(`${JSON.stringify({ version: 1, tests: rows, errors }, null, 2)}\n`);
  else {
    process.stdout.write(rows.map((row) => line(row)).join(''));
    printErrors(errors);
  }
  if (errors.length > 0) return 2;
  return rows.every(({ passed }) => passed) ? 0 : 1;
}

function line({ file, name, expected, verdict, statement, passed }: Row): string {
  const { green, red } = createColors(terminalOf(process.stdout, undefined).colour);
  const by = statement === null ? '' : `, by statement ${statement}`;
  const found = passed ? '' : `: expected ${expected}, got ${verdict}${by}`;
  return `${passed ? green('passed') : red('failed')}  ${file}  ${name}${found}\n`;
}

function testsOf(file: string): { rows: Row[] } | { errors: PolicyError[] } {
  const text = readText(file);
  if (typeof text !== 'string') return { errors: [text] };
  const wrong = (message: string) => ({ errors: [{ file, message }] });
  let json: { policy?: unknown; tests?: unknown };
  try {
    json = parse(text);
  } catch (error) {
    return wrong(`not valid YAML: ${(error as Error).message}`);
  }
  if (typeof json !== 'object' || json === null || !Array.isArray(json.tests)) {
    return wrong('expected policy and tests, a list of { name, request, expect }');
  }
  const policy = policyIn(json.policy, file);
  if ('errors' in policy) return policy;
  const rows = json.tests.map((test, at) => rowOf(test, at, policy.policy, file));
  const errors = rows.filter((row) => typeof row === 'string').map((message) => ({ file, message }));
  return errors.length > 0 ? { errors } : { rows: rows.filter((row) => typeof row !== 'string') };
}

function policyIn(value: unknown, file: string): { policy: Policy } | { errors: PolicyError[] } {
  if (typeof value === 'string') return loadPolicy(resolve(dirname(file), value));
  const document = documentOfValue(plainValue(value ?? null));
  if ('policy' in document) return document;
  return { errors: document.faults.map(({ message }) => ({ file, message: `policy: ${message}` })) };
}

function rowOf(test: unknown, at: number, policy: Policy, file: string): Row | string {
  const { name = `test ${at + 1}`, request, expect } = (test ?? {}) as Record<string, unknown>;
  if (typeof expect !== 'string' || !verdicts.includes(expect))
    return `${name}: expect is allow, deny or none`;
  const asked = requestFrom(request);
  if (typeof asked === 'string') return `${name}: ${asked}`;
  const { verdict, statement } = evaluate(policy, asked);
  return { file, name: String(name), expected: expect, verdict, statement, passed: verdict === expect };
}
