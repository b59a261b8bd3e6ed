import assert from 'node:assert/strict';
import { textOf, type Value } from '../../src/model/value.ts';
import { checkPolicy } from '../../src/policy/check.ts';
import { policyFields } from '../../src/policy/fields.ts';
import type { PolicyType } from '../../src/policy/form.ts';
import { plainValue } from '../../src/policy/plain.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { bucketSamples, identitySamples, keySamples, type Sample } from './samples.ts';

function problemsIn(document: Value, type: PolicyType): (string | undefined)[] {
  const { problems } = policyFields(document, { type });
  assert.equal(problems?.is, 'list');
  return problems.items.map((row) => (row.is === 'record' ? textOf(row.entries[0]!.value) : row.is)).sort();
}

function judge(type: PolicyType, samples: Sample[]): void {
  for (const { name, statements, proved = [], refuted = [], problems = [] } of samples) {
    it(name, () => {
      const document = plainValue({ Version: '2012-10-17', Statement: statements });
      const policy = readPolicy(document, type);
      assert.deepEqual(policy.faults, []);
      const meant = checkPolicy(policy, {}).filter(({ demanded }) => demanded);
      const found = meant.filter(
        ({ property, result }) => result !== 'proved' || !property.startsWith('anonymous'),
      );
      const of = (wanted: string) =>
        found.filter(({ result }) => result === wanted).map(({ property }) => property);
      assert.deepEqual(
        {
          proved: of('proved'),
          refuted: of('refuted'),
          unknown: of('unknown'),
          problems: problemsIn(document, type),
        },
        { proved, refuted, unknown: [], problems },
      );
    });
  }
}

describe('sample policies of the documentation', () => {
  for (const [subject, samples] of Object.entries(bucketSamples)) {
    describe(subject, () => judge('bucket', samples));
  }
  describe('keys', () => judge('key', keySamples));
  describe('identities', () => judge('identity', identitySamples));
});
