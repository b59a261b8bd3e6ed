import type { Report } from './report.ts';

export function json({ data }: Report): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
