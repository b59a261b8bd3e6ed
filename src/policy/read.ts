import { scalar, textOf, type Value } from '../model/value.ts';
import type { Policy, PolicyFault, PolicyType, Statement } from './form.ts';
import { entriesOf, oneWord, unknownOf } from './parts.ts';
import { readStatement } from './read-statement.ts';

const elements = ['Version', 'Id', 'Statement'];
const versions = ['2012-10-17', '2008-10-17'];

/**
 * A policy document from its values (of JSON, HCL or YAML alike); what makes it no valid one is in `faults`
 * (IAM reference: grammar of the IAM JSON policy language). Choices have to be made before: one left is unknown.
 */
export function readPolicy(value: Value, type: PolicyType): Policy {
  const policy: Policy = { type, variables: false, statements: [], faults: [], value };
  const unseen = unknownOf(value);
  if (unseen) return { ...policy, rest: unseen };
  if (value.is !== 'record')
    return faulty(policy, { message: 'a policy is an object with a Statement', at: value });
  const entries = entriesOf(value, elements, policy.faults, {});
  policy.variables = readVersion(entries.get('Version'), policy.faults);
  const statements = entries.get('Statement');
  if (statements) readStatements(statements, policy);
  else if (value.rest) policy.rest = value.rest;
  else faulty(policy, { message: 'a policy has a Statement', at: value });
  return policy;
}

function readVersion(version: Value | undefined, faults: PolicyFault[]): boolean {
  if (!version || version.is === 'unknown') return version !== undefined;
  const fault = oneWord(version, versions, 'Version');
  if (fault) faults.push(fault);
  return scalar(version) === versions[0];
}

function readStatements(value: Value, policy: Policy): void {
  const unseen = unknownOf(value);
  if (unseen) policy.rest = unseen;
  else if (value.is !== 'list') policy.statements = [statementOf(value, 0, policy)];
  else {
    policy.rest = value.rest;
    policy.statements = value.items.map((item, index) => statementOf(item, index, policy));
    const none = value.items.length === 0 && !value.rest;
    if (none) faulty(policy, { message: 'Statement is empty: a policy has at least one', at: value });
  }
}

function statementOf(value: Value, index: number, { type, faults }: Policy): Statement {
  const found: PolicyFault[] = [];
  const statement = readStatement(value, index, type, found);
  faults.push(...found.map((fault) => ({ ...fault, statement: index })));
  return statement;
}

function faulty(policy: Policy, fault: PolicyFault): Policy {
  policy.faults.push(fault);
  return policy;
}

/** Whether statements of a value have a Principal: then it is a policy of a resource. */
export function namesPrincipals(value: Value): boolean {
  if (value.is !== 'record') return false;
  const statement = value.entries.find(({ name }) => textOf(name) === 'Statement')?.value;
  const statements = statement?.is === 'list' ? statement.items : statement ? [statement] : [];
  const words = ['Principal', 'NotPrincipal'];
  return statements.some(
    (each) => each.is === 'record' && each.entries.some(({ name }) => words.includes(textOf(name) ?? '')),
  );
}
