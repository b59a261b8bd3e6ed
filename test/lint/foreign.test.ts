import assert from 'node:assert/strict';
import { standardConfig } from '../../src/lint/config/config.ts';
import { lint } from '../../src/lint/index.ts';
import { shippedRules } from '../../src/rules/shipped.ts';
import { tree } from './tree.ts';

const rotation = (before: string, inside = '') =>
  `${before}resource "aws_kms_key" "a" {\n${inside}  enable_key_rotation = false\n}\n\nresource "aws_kms_key" "b" {\n  enable_key_rotation = false\n}\n`;

const template = (metadata: string) =>
  `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Type: AWS::KMS::Key\n${metadata}    Properties:\n      EnableKeyRotation: false\n      KeyPolicy: {}\n  B:\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: false\n      KeyPolicy: {}\n`;

const cases: [string, string, string][] = [
  ['checkov', 'a.tf', rotation('', '  #checkov:skip=CKV_AWS_7: rotated by hand\n')],
  ['trivy', 'a.tf', rotation('#trivy:ignore:AVD-AWS-0065\n')],
  ['tfsec', 'a.tf', rotation('#tfsec:ignore:aws-kms-auto-rotate-keys\n')],
  ['tfsec', 'a.tf', rotation('').replace('false', 'false #tfsec:ignore:aws-kms-auto-rotate-keys')],
  [
    'cfn-nag',
    'a.yaml',
    template(
      '    Metadata:\n      cfn_nag:\n        rules_to_suppress:\n          - id: F19\n            reason: by hand\n',
    ),
  ],
  [
    'cfn-guard',
    'a.yaml',
    template(
      '    Metadata:\n      guard:\n        SuppressedRules:\n          - CMK_BACKING_KEY_ROTATION_ENABLED\n',
    ),
  ],
  [
    'cdk-nag',
    'a.yaml',
    template(
      '    Metadata:\n      cdk_nag:\n        rules_to_suppress:\n          - id: AwsSolutions-KMS5\n            reason: by hand\n',
    ),
  ],
];

async function outcome(file: string, text: string, honourSuppressions: string[]) {
  const config = { ...standardConfig, honourSuppressions };
  const result = await lint({
    cwd: tree({ [file]: text }),
    paths: ['.'],
    config,
    rules: await shippedRules(),
  });
  const names = (all: { rule: string; resource: string | null }[]) =>
    all
      .filter(({ rule }) => rule === 'key/rotation-off')
      .map(({ resource }) => resource?.split('.').at(-1)?.toLowerCase());
  return { left: names(result.findings), silenced: names(result.suppressed) };
}

describe('a suppression of another scanner', function () {
  this.timeout(20_000);
  for (const [tool, file, text] of cases) {
    it(`of ${tool} silences the equal rule in its own resource, where the configuration honours it`, async () => {
      assert.deepEqual(await outcome(file, text, [tool]), { left: ['b'], silenced: ['a'] });
      assert.deepEqual(await outcome(file, text, []), { left: ['a', 'b'], silenced: [] });
    });
  }

  it('of kics is about the whole file', async () => {
    const text = rotation('# kics-scan disable=22fbfeac-7b5a-421a-8a27-7a2178bb910b\n');
    assert.deepEqual(await outcome('a.tf', text, ['kics']), { left: [], silenced: ['a', 'b'] });
  });

  it('that names no equal rule silences nothing', async () => {
    const text = rotation('', '  #checkov:skip=CKV_AWS_21\n');
    assert.deepEqual(await outcome('a.tf', text, ['checkov']), { left: ['a', 'b'], silenced: [] });
  });
});
