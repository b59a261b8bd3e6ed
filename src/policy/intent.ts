import type { Property } from '../model/kinds.ts';
import type { Condition, Policy, Statement } from './form.ts';
import { comparisonOf } from './operators.ts';
import { conditionsOf } from './search/world.ts';

/** A condition by which a statement says what it is there for. */
export interface Test {
  statement: Statement;
  condition: Condition;
}

export type Subject = 'transport' | 'tls' | 'encryption' | 'customerKey' | 'network';

const subjects: Record<Subject, RegExp> = {
  transport: /^aws:securetransport$/,
  tls: /^s3(express)?:tlsversion$/,
  encryption: /^s3(express)?:x-amz-server-side-encryption(-aws-kms-key-id)?$/,
  customerKey: /^s3:x-amz-server-side-encryption-customer-algorithm$/,
  network:
    /^aws:(source(ip|vpce?|vpcarn)|vpc(sourceip|eaccount|eorgid|eorgpaths)|principalorg(id|paths)|principalaccount)$/,
};

export function testsOf(policy: Policy, subject: Subject): Test[] {
  return policy.statements.flatMap((statement) =>
    conditionsOf(statement)
      .filter(({ key }) => subjects[subject].test(key.toLowerCase()))
      .map((condition) => ({ statement, condition })),
  );
}

export const denials = (tests: Test[]) => tests.filter(({ statement }) => statement.effect === 'Deny');
const isKeyId = ({ key }: Condition) => /kms-key-id$/i.test(key);
const requiresPresence = ({ operator, terms }: Condition) =>
  operator.base === 'Null' && terms.some(({ text }) => text?.toLowerCase() === 'true');

/** The statement and condition by which a policy means to deny a property; undefined where none does. */
export function intentOf(policy: Policy, property: Property): Test | undefined {
  const encryption = testsOf(policy, 'encryption');
  const tests: Record<Property, Test[]> = {
    http: byEffect(testsOf(policy, 'transport')),
    oldTls: byEffect(testsOf(policy, 'tls')),
    unencrypted: denials(encryption).filter(({ condition }) => requiresPresence(condition)),
    otherEncryption: byEffect(encryption),
    foreignKey: requiresKms(policy) ? keyTestsFirst(denials(encryption)) : [],
    sseC: denials(testsOf(policy, 'customerKey')),
    anyNetwork: denials(testsOf(policy, 'network')),
    anyDecrypt: [],
    anonymousWrite: [],
    anonymousRead: [],
  };
  return tests[property][0];
}

const byEffect = (tests: Test[]) => [...denials(tests), ...tests.filter((test) => !denials([test]).length)];
const keyTestsFirst = (tests: Test[]) =>
  [...tests].sort((a, b) => Number(isKeyId(b.condition)) - Number(isKeyId(a.condition)));

const modes = ['AES256', 'aws:kms', 'aws:kms:dsse'];
const kmsModes = ['aws:kms', 'aws:kms:dsse'];

/** The modes that the denials of a policy leave open: what uploads are meant to name. Undefined where all are. */
export function requiredModes(policy: Policy): string[] | undefined {
  const demands = denials(testsOf(policy, 'encryption')).map(({ condition }) => demandOf(condition));
  const stated = demands.filter((demand) => demand !== undefined);
  if (stated.length === 0) return undefined;
  return modes.filter((mode) => stated.every((demand) => demand.includes(mode)));
}

function demandOf(condition: Condition): string[] | undefined {
  const { operator, terms } = condition;
  if (isKeyId(condition)) return operator.negated || requiresPresence(condition) ? kmsModes : undefined;
  if (!operator.negated) return undefined;
  const { fits } = comparisonOf(operator);
  const named = terms.flatMap(({ text }) => (text === undefined ? [] : [text]));
  return named.length === 0 ? undefined : modes.filter((mode) => named.some((text) => fits(mode, text)));
}

/** Modes that are denied by name, and by nothing else. */
export function refusedModes(policy: Policy): string[] {
  return denials(testsOf(policy, 'encryption')).flatMap(({ statement, condition }) => {
    const { operator, terms } = condition;
    const alone = conditionsOf(statement).length === 1;
    if (!alone || operator.negated || operator.base === 'Null' || isKeyId(condition)) return [];
    return terms.flatMap(({ text }) =>
      text === undefined ? [] : modes.filter((mode) => comparisonOf(operator).fits(mode, text)),
    );
  });
}

export function requiresKms(policy: Policy): boolean {
  const required = requiredModes(policy);
  return required !== undefined && required.length > 0 && required.every((mode) => kmsModes.includes(mode));
}
