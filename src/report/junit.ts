import { escaped } from './markup.ts';
import type { Report, ShownError, ShownFinding } from './report.ts';

/** JUnit's XML: a suite a file, a failed test a finding; what could not be read is a test that errs. */
export function junit({ data }: Report): string {
  const files = [...new Set([...data.findings, ...data.errors].map((each) => each.file))].sort();
  const suites = files.map((file) => {
    const findings = data.findings.filter((each) => each.file === file);
    const errors = data.errors.filter((each) => each.file === file);
    const cases = [...findings.map(findingCase), ...errors.map(errorCase)];
    return suite(file, cases, findings.length, errors.length);
  });
  const all = suites.length
    ? suites
    : [suite('sselint', ['    <testcase name="no findings" classname="sselint"/>'], 0, 0)];
  const counts = `failures="${data.findings.length}" errors="${data.errors.length}"`;
  const tests = Math.max(1, data.findings.length + data.errors.length);
  const opening = `<testsuites name="sselint" tests="${tests}" ${counts} time="${data.stats.ms / 1000}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opening}\n${all.join('\n')}\n</testsuites>\n`;
}

function suite(name: string, cases: string[], failures: number, errors: number): string {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  return `  <testsuite name="${escaped(name)}" ${counts} time="0">\n${cases.join('\n')}\n  </testsuite>`;
}

function findingCase({ rule, severity, message, file, range }: ShownFinding): string {
  const place = `${file}:${range.start.line}:${range.start.column}`;
  const failure = `<failure type="${severity}" message="${escaped(message)}">${escaped(`${place}: ${message}`)}</failure>`;
  return testCase(`${rule} at ${range.start.line}:${range.start.column}`, file, failure);
}

function errorCase({ kind, message, file, range }: ShownError): string {
  const place = range ? `${file}:${range.start.line}:${range.start.column}` : file;
  return testCase(
    kind,
    file,
    `<error type="${kind}" message="${escaped(message)}">${escaped(`${place}: ${message}`)}</error>`,
  );
}

function testCase(name: string, file: string, outcome: string): string {
  return `    <testcase name="${escaped(name)}" classname="${escaped(file)}" file="${escaped(file)}">${outcome}</testcase>`;
}
