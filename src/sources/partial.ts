import type { Program } from '../evaluate/form.ts';
import type { Fault } from '../model/finding.ts';

/** A file with a syntax error was judged around the hole: said once, at the first. */
export function partialFaults({ file, holes }: Program): Fault[] {
  const [place] = holes;
  if (!place) return [];
  const more = holes.length > 1 ? ` and ${holes.length - 1} more` : '';
  return [
    {
      kind: 'partial',
      file,
      place,
      message: `a syntax error here${more}: the rest of the file was judged without it`,
    },
  ];
}
