import type { Command } from 'commander';
import { documentOfValue } from '../policy/document.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Policy } from '../policy/form.ts';
import { plainValue } from '../policy/plain.ts';
import { requestFrom } from '../policy/request.ts';
import { loadPolicy, printErrors, readText } from './policy-file.ts';
import { UsageError } from './usage-error.ts';

/** `sselint policy evaluate [FILE] --requests FILE`: one verdict a line. */
export function registerEvaluate(policy: Command, exit: (code: number) => void): void {
  policy
    .command('evaluate')
    .description('say for each request of a JSON lines file what the policy says: allow, deny or none')
    .argument('[file]', 'a policy in JSON; without one each line brings its own: {"policy": …, "request": …}')
    .requiredOption('--requests <file>', 'requests, one JSON object a line, - for standard input')
    .action((file: string | undefined, { requests }: { requests: string }) => exit(run(file, requests)));
}

function run(file: string | undefined, requests: string): number {
  const loaded = file === undefined ? undefined : loadPolicy(file);
  if (loaded && 'errors' in loaded) {
    printErrors(loaded.errors);
    return 2;
  }
  const text = readText(requests);
  if (typeof text !== 'string') throw new UsageError(`--requests: ${requests} ${text.message}`);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let code = 0;
  let output = '';
  for (const line of lines) {
    const answer = answerTo(line, loaded?.policy);
    if ('error' in answer) code = 2;
    output += `${JSON.stringify(answer)}\n`;
  }
  process.stdout.write(output);
  return code;
}

type Answer = { verdict: string; statement: number | null } | { error: string };

export function answerTo(line: string, standing: Policy | undefined): Answer {
  let json: { policy?: unknown; request?: unknown };
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { error: `not valid JSON: ${(error as Error).message}` };
  }
  const own = typeof json === 'object' && json !== null && 'request' in json;
  const document = own && json.policy !== undefined ? documentOfValue(plainValue(json.policy)) : undefined;
  if (document && 'faults' in document)
    return { error: document.faults.map(({ message }) => message).join('; ') };
  const policy = document?.policy ?? standing;
  if (!policy)
    return { error: 'no policy: name a file, or put one on the line as {"policy": …, "request": …}' };
  const request = requestFrom(own ? json.request : json);
  if (typeof request === 'string') return { error: request };
  const { verdict, statement } = evaluate(policy, request);
  return { verdict, statement };
}
