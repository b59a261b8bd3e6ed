import type { Command } from 'commander';
import { registerCheck } from './policy-check.ts';
import { registerDiff } from './policy-diff.ts';
import { registerEvaluate } from './policy-evaluate.ts';
import { registerTest } from './policy-test.ts';

/** `sselint policy …`: what policies really let through. */
export function registerPolicy(program: Command, exit: (code: number) => void): void {
  const policy = program.command('policy').description('what a policy really lets through, decided offline');
  registerCheck(policy, exit);
  registerEvaluate(policy, exit);
  registerTest(policy, exit);
  registerDiff(policy, exit);
}
