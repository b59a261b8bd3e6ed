import { type Command, Option } from 'commander';
import { describe } from '../policy/describe.ts';
import { type ChangeKind, type Difference, differences } from '../policy/diff.ts';
import { loadPolicy, printErrors } from './policy-file.ts';

const words: Record<ChangeKind, string> = {
  newlyAllowed: 'newly allowed',
  noLongerAllowed: 'no longer allowed',
  newlyDenied: 'newly denied',
  noLongerDenied: 'no longer denied',
};

/** `sselint policy diff OLD NEW`: which requests fare differently. */
export function registerDiff(policy: Command, exit: (code: number) => void): void {
  policy
    .command('diff')
    .description('which requests two policies judge differently; exit code 1 where there are any')
    .argument('<old>', 'a policy in JSON')
    .argument('<new>', 'a policy in JSON')
    .addOption(new Option('-f, --format <name>', 'how').choices(['pretty', 'json']).default('pretty'))
    .action((before: string, after: string, { format }: { format: string }) =>
      exit(run(before, after, format)),
    );
}

function run(before: string, after: string, format: string): number {
  const [old, next] = [loadPolicy(before), loadPolicy(after)];
  if ('errors' in old || 'errors' in next) {
    const errors = [old, next].flatMap((each) => ('errors' in each ? each.errors : []));
    if (format === 'json')
      process.stdout.write(`${JSON.stringify({ version: 1, differences: [], errors }, null, 2)}\n`);
    else printErrors(errors);
    return 2;
  }
  const found = differences(old.policy, next.policy);
  const shown = found.map((each) => ({ ...each, text: describe(each.request) }));
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ version: 1, differences: shown, errors: [] }, null, 2)}\n`);
  } else process.stdout.write(found.length > 0 ? found.map(line).join('') : 'no request fares differently\n');
  return found.length > 0 ? 1 : 0;
}

function line({ change, statement, request }: Difference): string {
  const of = change.startsWith('newly') ? 'new' : 'old';
  return `${words[change].padEnd(18)} ${describe(request)} (statement ${statement} of the ${of} policy)\n`;
}
