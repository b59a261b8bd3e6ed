import type { Program, Statement } from '../evaluate/form.ts';
import { follow, type Load, Run } from '../evaluate/index.ts';
import type { AnyFact } from '../model/fact.ts';
import { sdks } from './catalogue.ts';
import { Matcher } from './matcher.ts';
import { isUsed } from './paths.ts';

/** The facts of one program. `load` finds what it imports from the workspace. */
export function readProgram(
  program: Program,
  options: { source: string; endpoints: Record<string, string>; load?: Load },
): AnyFact[] {
  const symbols = importedSymbols(program.body);
  const ofLanguage = sdks.filter((sdk) => sdk.languages.includes(program.language));
  const rows = ofLanguage.map((sdk) => ({ sdk, used: isUsed(symbols, sdk) }));
  const matcher = new Matcher({
    source: options.source,
    endpoints: options.endpoints,
    sdks: rows.sort((a, b) => Number(b.used) - Number(a.used)),
  });
  follow(program, new Run(matcher, options.load));
  return matcher.all();
}

function importedSymbols(body: Statement[]): string[] {
  return body.flatMap((statement) => {
    if (statement.form === 'import') return [statement.symbol];
    if (statement.form === 'block') return importedSymbols(statement.body);
    return [];
  });
}
