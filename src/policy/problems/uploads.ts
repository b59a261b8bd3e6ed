import type { Property } from '../../model/kinds.ts';
import { describe } from '../describe.ts';
import type { Policy } from '../form.ts';
import { denials, intentOf, type Test, testsOf } from '../intent.ts';
import { lets, letsWhereMeant } from '../judge.ts';
import { isUpload, namesCustomerKey, namesNothing, overHttp, overHttps, uploadWith } from '../requests.ts';
import { find, type Goal } from '../search/find.ts';
import type { World } from '../search/world.ts';
import { misspelt } from '../wire-value.ts';
import type { Problem, ProblemKind } from './problem.ts';

/** What statements on uploads and transport do other than they seem to. */
export function conductProblems(world: World): Problem[] {
  const turned = [...inversions(world), ...onlyAllowed(world.policy)];
  const isTurned = ({ at }: Problem) =>
    turned.some((each) => each.at === at && each.kind !== 'blocksDefaultEncryption');
  return [...turned, ...gaps(world).filter((gap) => !isTurned(gap)), ...exemptions(world.policy)];
}

const gapKinds: [Property, ProblemKind][] = [
  ['http', 'allowsHttp'],
  ['oldTls', 'allowsOldTls'],
  ['otherEncryption', 'allowsOtherEncryption'],
  ['foreignKey', 'allowsForeignKey'],
  ['sseC', 'allowsSseC'],
];

/** What gets through although a statement means to deny it. */
function gaps(world: World): Problem[] {
  return gapKinds.flatMap(([property, kind]) => {
    const test = intentOf(world.policy, property);
    if (test?.statement.effect !== 'Deny') return [];
    const ofTransport = property === 'http' || property === 'oldTls';
    const answer = ofTransport ? lets(world, property) : letsWhereMeant(world, property);
    if ('none' in answer) return [];
    const found = 'doubt' in answer ? answer.doubt.reason : describe(answer.request);
    const problem = problemOf(kind, test, found, `${found} gets through`);
    return ['doubt' in answer ? { ...problem, doubt: answer.doubt } : problem];
  });
}

function problemOf(
  kind: ProblemKind,
  { statement, condition }: Test,
  found: string,
  message: string,
): Problem {
  return { kind, statement: statement.index, found, message, at: condition.value };
}

function inversions(world: World): Problem[] {
  const { policy } = world;
  const uploads = denials([...testsOf(policy, 'encryption'), ...testsOf(policy, 'customerKey')]);
  const transport = denials(testsOf(policy, 'transport'));
  const none = (goal: Goal, tests: Test[] = []) =>
    'none' in find(world, { ...goal, without: claimsOf(world, tests) });
  const stops = (goal: Goal, tests: Test[]) => tests.length > 0 && none(goal) && !none(goal, tests);
  const problems: Problem[] = [];
  const [upload = transport[0]] = uploads;
  const [secure] = transport;
  if (secure && stops({ fits: overHttps }, transport)) {
    const what = none({ fits: overHttp })
      ? 'every request is denied'
      : 'requests over https are denied, those over http are not';
    problems.push(problemOf('invertedHttps', secure, what, what));
  }
  if (!upload) return problems;
  const blocking = [...uploads, ...transport];
  if (stops({ fits: isUpload }, blocking)) {
    const what = 'no upload can pass';
    const test = culprit(uploads) ?? upload;
    const wrong = misspelt(test.condition);
    const instead = wrong ? { nearest: wrong.nearest, word: wrong.value } : {};
    problems.push({ ...problemOf('blocksAllUploads', test, what, what), ...instead });
  } else if (stops({ fits: uploadWith((option) => !namesCustomerKey(option)) }, uploads)) {
    const what = 'only uploads with a customer-provided key pass';
    const test = denials(testsOf(policy, 'customerKey'))[0] ?? upload;
    problems.push(problemOf('requiresSseC', test, what, what));
  } else if (stops({ fits: uploadWith(namesNothing) }, uploads)) {
    const what = 'uploads that name no encryption and rely on the default of the bucket are denied';
    problems.push(problemOf('blocksDefaultEncryption', culprit(uploads) ?? upload, what, what));
  }
  return problems;
}

/** The test on the mode itself, where there is one. */
function culprit(tests: Test[]): Test | undefined {
  return tests.find(({ condition }) => /server-side-encryption$/i.test(condition.key)) ?? tests[0];
}

function claimsOf({ claims }: World, tests: Test[]) {
  return claims.filter(({ statement }) => tests.some((test) => test.statement === statement));
}

/** A condition on an `Allow` denies nothing: another statement or policy may allow the rest. */
function onlyAllowed(policy: Policy): Problem[] {
  return (['transport', 'encryption'] as const).flatMap((subject) => {
    const tests = testsOf(policy, subject);
    const [first] = tests;
    if (!first || tests.some(({ statement }) => statement.effect !== 'Allow') || policy.rest) return [];
    const means = subject === 'transport' ? 'plain http' : 'other uploads';
    const message = `the condition stands only on an Allow: nothing denies ${means}`;
    return [problemOf('allowOnly', first, first.condition.key, message)];
  });
}

function exemptions(policy: Policy): Problem[] {
  const tests = denials([...testsOf(policy, 'encryption'), ...testsOf(policy, 'customerKey')]);
  const first = tests.filter(
    ({ statement }, at) => tests.findIndex((each) => each.statement === statement) === at,
  );
  return first.flatMap((test) => {
    const { principals } = test.statement;
    if (!principals?.negated) return [];
    const found = principals.items.map(({ text }) => text ?? '…').join(', ');
    const message = `NotPrincipal with Deny: whether ${found} is exempt hangs on every form of its ARN being listed`;
    return [{ ...problemOf('notPrincipal', test, found, message), at: principals.value }];
  });
}
