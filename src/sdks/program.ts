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
  const ofLanguage = sdks.filter((sdk) => sdk.languages.includes(program.language));
  const symbols = importedSymbols(program.body);
  const rows = ofLanguage.map((sdk) => ({ sdk, used: isUsed(symbols, sdk) }));
  const matcher = new Matcher({
    source: options.source,
    endpoints: options.endpoints,
    sdks: rows.sort((a, b) => Number(b.used) - Number(a.used)),
  });
  follow(program, new Run(matcher, options.load));
  return matcher.all();
}

/** Words of S3's API in any spelling, and of what is built on it. */
const words =
  /(put|get|head|copy|post|upload|download|create|list|select|restore)_?(object|part|file|multipart)|server_?side_?encryption|sse_?(customer|kms|c\b)|bucket_?(encryption|key_?enabled|versioning)|x-amz-|AWS_S3_|s3_additional_kwargs|storage_options|transport_params|presign|key_?rotation|KeyDeletion|key_deletion/i;

const modules = [...new Set(sdks.flatMap((sdk) => sdk.modules))];

/** Whether a text is worth parsing at all: it names an SDK, or says something that only S3 or KMS knows. */
export function mayConcern(text: string): boolean {
  return words.test(text) || modules.some((module) => text.includes(module));
}

function importedSymbols(body: Statement[]): string[] {
  return body.flatMap((statement) => {
    if (statement.form === 'import') return [statement.symbol];
    if (statement.form === 'block') return importedSymbols(statement.body);
    return [];
  });
}
