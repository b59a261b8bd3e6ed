import assert from 'node:assert/strict';
import { terraformPlan } from '../../../src/sources/terraform/plan.ts';
import { effective, named, said } from './effective.ts';

const rule = [
  {
    apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: null }],
    bucket_key_enabled: true,
  },
];
const managed = (address: string, values: object) => ({
  address,
  mode: 'managed',
  type: address.replace(/^.*\b(aws_\w+)\..*$/, '$1'),
  values,
});
const plan = (resources: object[], late: Record<string, object>, configuration: object) =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources } },
    resource_changes: Object.entries(late).map(([address, after_unknown]) => ({
      address,
      change: { after_unknown },
    })),
    configuration: { root_module: configuration },
  });

describe('Terraform plans and states', () => {
  it('joins by the references of the configuration', async () => {
    const text = plan(
      [
        managed('aws_s3_bucket.x[0]', { bucket: 'reports' }),
        managed('aws_s3_bucket_server_side_encryption_configuration.x', { rule }),
      ],
      { 'aws_s3_bucket_server_side_encryption_configuration.x': { bucket: true, id: true } },
      {
        resources: [
          {
            address: 'aws_s3_bucket_server_side_encryption_configuration.x',
            expressions: {
              bucket: { references: ['aws_s3_bucket.x[0].id', 'aws_s3_bucket.x[0]', 'aws_s3_bucket.x'] },
            },
          },
        ],
      },
    );
    const fact = named(await effective(terraformPlan, { 'plan.json': text }), 'aws_s3_bucket.x');
    assert.equal(said(fact, 'encryption.mode'), 'SSE-KMS');
    assert.equal(said(fact, 'encryption.bucketKey'), true);
    assert.equal(said(fact, 'encryption.keyId'), 'absent');
  });

  it('knows nothing of a policy that comes after the apply', async () => {
    const text = plan(
      [managed('aws_s3_bucket.x', { bucket: 'reports' }), managed('aws_s3_bucket_policy.x', {})],
      { 'aws_s3_bucket_policy.x': { bucket: true, policy: true } },
      {
        resources: [
          {
            address: 'aws_s3_bucket_policy.x',
            expressions: { bucket: { references: ['aws_s3_bucket.x.id', 'aws_s3_bucket.x'] } },
          },
        ],
      },
    );
    const fact = named(await effective(terraformPlan, { 'plan.json': text }), 'aws_s3_bucket.x');
    assert.equal(said(fact, 'policy.lets.http'), 'unknown');
  });

  it('does not take what the provider filled in for a second configuration', async () => {
    const text = JSON.stringify({
      format_version: '1.0',
      terraform_version: '1.9.0',
      values: {
        root_module: {
          child_modules: [
            {
              resources: [
                managed('module.m.aws_s3_bucket.x', {
                  bucket: 'reports',
                  server_side_encryption_configuration: [{ rule }],
                }),
                managed('module.m.aws_s3_bucket_server_side_encryption_configuration.x', {
                  bucket: 'reports',
                  rule,
                }),
              ],
            },
          ],
        },
      },
    });
    const fact = named(await effective(terraformPlan, { 'state.json': text }), 'module.m.aws_s3_bucket.x');
    assert.equal(said(fact, 'encryption.mode'), 'SSE-KMS');
    assert.equal(said(fact, 'conflicts'), 'absent');
  });
});
