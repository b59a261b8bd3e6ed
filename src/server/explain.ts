import type { Description } from '../rules/describe.ts';

/** A rule's page as Markdown. */
export function explanation(rule: Description): string {
  const severities = Object.entries(rule.severity).map(([preset, level]) => `${preset}: ${level}`);
  return [
    `# ${rule.title}`,
    `\`${rule.id}\` — ${severities.join(', ')}`,
    rule.why,
    ...section('What it says', rule.messages),
    ...section('What it mends', rule.fixes),
    ...section('References', rule.references),
  ].join('\n\n');
}

function section(title: string, rows: string[]): string[] {
  return rows.length ? [`## ${title}`, rows.map((row) => `- ${row}`).join('\n')] : [];
}
