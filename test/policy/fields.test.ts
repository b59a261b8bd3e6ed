import assert from 'node:assert/strict';
import { known, list, oneOf, record, unknown, type Value } from '../../src/model/value.ts';
import { correctStatements, type Form } from '../../src/policy/correct.ts';
import { type PolicyOf, policyFields } from '../../src/policy/fields.ts';
import { plainValue } from '../../src/policy/plain.ts';
import { bucket, encryption, goodKey, transport } from './tables.ts';

const fieldsOf = (Statement: unknown, of: Partial<PolicyOf> = {}) =>
  policyFields(plainValue({ Version: '2012-10-17', Statement }), { type: 'bucket', ...of });
const plain = (value: Value | undefined) => (value?.is === 'known' ? value.value : value?.is);
const kinds = (fields: Record<string, Value>) => {
  const rows = fields.problems?.is === 'list' ? fields.problems.items : [];
  return rows.map((row) => (row.is === 'record' ? plain(row.entries[0]?.value) : row.is)).sort();
};
const rowsOf = (name: string) => [...transport, ...encryption].find(([each]) => each === name)![1];

describe('what is said of policies that are often copied', () => {
  const said: [name: string, kinds: string[]][] = [
    ['OK', []],
    ['T2', ['allowsHttp']],
    ['T5', ['allowsHttp']],
    ['T7', ['allowsHttp']],
    ['T8', ['invertedHttps']],
    ['T9', ['allowsHttp']],
    ['T12', []],
    ['T15', ['blocksAllUploads', 'invertedHttps']],
    ['T16', ['allowOnly']],
    ['E1', ['allowsForeignKey', 'blocksDefaultEncryption']],
    ['E2', ['allowsForeignKey', 'blocksDefaultEncryption']],
    ['E3', ['blocksDefaultEncryption']],
    ['E4', ['allowsForeignKey', 'allowsOtherEncryption', 'blocksDefaultEncryption']],
    ['E5', ['blocksDefaultEncryption']],
    ['E6', ['allowsForeignKey', 'blocksDefaultEncryption']],
    ['E9', []],
    ['E11 SSE-KMS', ['blocksAllUploads']],
    ['E12', []],
    ['E13', ['requiresSseC']],
    ['E14', ['requiresSseC']],
    ['E15', ['allowsForeignKey', 'allowsOtherEncryption']],
    ['E18', ['allowOnly']],
    ['OK-A', []],
    ['OK-B', ['blocksDefaultEncryption']],
  ];
  for (const [name, wanted] of said) {
    it(name, () => assert.deepEqual(kinds(fieldsOf(rowsOf(name))), wanted));
  }

  for (const name of ['T10', 'T13', 'T17', 'E19']) {
    it(`${name} matches nothing`, () => {
      const { statements } = fieldsOf(rowsOf(name));
      assert.match(JSON.stringify(statements), /neverMatches/);
    });
  }
});

describe('correct statements', () => {
  const cases: [Parameters<typeof correctStatements>[0], Form][] = [
    ['http', 'strict'],
    ['oldTls', 'strict'],
    ['sseC', 'strict'],
    ['unencrypted', 'strict'],
    ['otherEncryption', 'strict'],
    ['otherEncryption', 'friendly'],
    ['foreignKey', 'strict'],
    ['foreignKey', 'friendly'],
  ];
  for (const [property, form] of cases) {
    it(`prove ${property}, ${form}, whatever stands beside them`, () => {
      const added = correctStatements(property, form, { keyArn: goodKey })!;
      const named = JSON.parse(JSON.stringify(added).replaceAll('${bucket}', bucket));
      const allow = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [bucket, `${bucket}/*`] };
      const fields = fieldsOf([allow, ...named]);
      assert.equal(plain(fields[`lets.${property}`]), false);
      assert.equal(
        plain(fields['lets.unencrypted']),
        form === 'friendly' || !/unencrypted|otherEncryption|foreignKey/.test(property),
      );
    });
  }
});

describe('what cannot be known', () => {
  const statement = (effect: Value, action: Value, resource: Value) =>
    record({
      Effect: effect,
      Principal: known('*'),
      Action: action,
      Resource: resource,
      Condition: plainValue({ Bool: { 'aws:SecureTransport': 'false' } }),
    });
  const both = plainValue([bucket, `${bucket}/*`]);
  const policy = (...statements: Value[]) =>
    record({ Version: known('2012-10-17'), Statement: list(statements) });

  it('an action that is unknown leaves http undecided, at its place', () => {
    const place = { file: 'main.tf', start: 10, end: 20 };
    const action = unknown('`var.action` has no default', { place });
    const fields = policyFields(policy(statement(known('Deny'), action, both)), { type: 'bucket' });
    assert.deepEqual(fields['lets.http'], { is: 'unknown', reason: '`var.action` has no default', place });
  });

  it('a statement that denies all beside it decides all the same', () => {
    const certain = statement(known('Deny'), known('s3:*'), both);
    const open = statement(unknown('?'), unknown('?'), unknown('?'));
    const fields = policyFields(policy(open, certain), { type: 'bucket' });
    assert.equal(plain(fields['lets.http']), false);
  });

  it('a choice gives each arm its answer', () => {
    const effect = oneOf('var.strict', [
      { when: 'var.strict is true', value: known('Deny') },
      { when: 'var.strict is false', value: known('Allow') },
    ]);
    const fields = policyFields(policy(statement(effect, known('s3:*'), both)), { type: 'bucket' });
    const lets = fields['lets.http']!;
    assert.equal(lets.is, 'oneOf');
    assert.deepEqual(lets.is === 'oneOf' && lets.arms.map((arm) => [arm.when, plain(arm.value)]), [
      ['var.strict is true', false],
      ['var.strict is false', true],
    ]);
  });

  it('a bucket without a name is known by its origin', () => {
    const arn = unknown('not known here', { origin: 'aws_s3_bucket.logs.arn' });
    const objects = unknown('not known here', { origin: '⟨aws_s3_bucket.logs.arn⟩/*' });
    const whole = policy(statement(known('Deny'), known('s3:*'), list([arn, objects])));
    assert.equal(plain(policyFields(whole, { type: 'bucket', bucketArn: arn })['lets.http']), false);
    assert.equal(plain(policyFields(whole, { type: 'bucket' })['lets.http']), 'unknown');
  });

  it('no policy lets everything through, and allows nothing', () => {
    const fields = policyFields(undefined, { type: 'bucket' });
    assert.equal(plain(fields.written), false);
    assert.equal(plain(fields['lets.http']), true);
    assert.equal(plain(fields['lets.anonymousRead']), false);
  });
});

describe('key policies', () => {
  const root = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    Action: 'kms:*',
    Resource: '*',
  };
  const anyone = (Condition?: object) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 'kms:Decrypt',
    Resource: '*',
    ...(Condition ? { Condition } : {}),
  });
  const publicly = (statement: object) =>
    plain(fieldsOf([root, statement], { type: 'key' })['lets.anonymousRead']);

  it('are public without a condition on who calls', () => {
    assert.equal(publicly(anyone()), true);
    assert.equal(
      publicly(anyone({ StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } })),
      true,
    );
    assert.equal(publicly(anyone({ StringEquals: { 'kms:CallerAccount': '111122223333' } })), false);
    assert.equal(publicly(anyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })), false);
    assert.equal(publicly(anyone({ StringLike: { 'aws:PrincipalArn': '*' } })), true);
  });

  it('name the bucket where its key is a bucket key, else the object', () => {
    const on = (arn: string) => [root, anyone({ StringEquals: { 'kms:EncryptionContext:aws:s3:arn': arn } })];
    const mismatch = (arn: string, bucketKey: boolean) =>
      kinds(
        fieldsOf(on(arn), { type: 'key', bucketArn: known(bucket), bucketKey: known(bucketKey) }),
      ).includes('contextMismatch');
    assert.equal(mismatch(bucket, true), false);
    assert.equal(mismatch(bucket, false), true);
    assert.equal(mismatch(`${bucket}/report.csv`, true), true);
    assert.equal(mismatch(`${bucket}/report.csv`, false), false);
  });
});
