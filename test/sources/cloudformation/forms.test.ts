import assert from 'node:assert/strict';
import { cloudformation } from '../../../src/sources/cloudformation/index.ts';
import { effective, named, said } from '../terraform/effective.ts';

/** One form of writing a bucket, and what its effective bucket then says. */
interface Form {
  name: string;
  template?: string;
  files?: Record<string, string>;
  bucket?: string;
  says: Record<string, unknown>;
}

const bucket = (properties: string, more = '') => `${more}
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
${properties.replace(/^/gm, '      ')}
`;
const encryption = (algorithm: string, key = '') => `BucketEncryption:
  ServerSideEncryptionConfiguration:
    - ServerSideEncryptionByDefault:
        SSEAlgorithm: ${algorithm}
${key && `        KMSMasterKeyID: ${key}`}`;
const policy = (
  to: string,
  resources: string,
  condition = 'Bool: { "aws:SecureTransport": false }',
  principal = '"*"',
) => `  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: ${to}
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Deny
            Principal: ${principal}
            Action: s3:*
            Resource: ${resources}
            Condition: { ${condition} }
`;
const ownArns = '[!GetAtt Reports.Arn, !Sub "${Reports.Arn}/*"]';

const denied = { 'policy.written': true, 'policy.intends.http': true, 'policy.lets.http': false };
const gap = { 'policy.written': true, 'policy.intends.http': true, 'policy.lets.http': true };
const key = '  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: true\n';

const forms: Form[] = [
  {
    name: 'nothing written',
    template: 'Resources:\n  Reports:\n    Type: AWS::S3::Bucket\n',
    says: {
      'encryption.mode': 'default',
      'encryption.written': false,
      'policy.lets.http': true,
      'policy.written': false,
    },
  },
  {
    name: 'an algorithm',
    template: bucket(encryption('aws:kms')),
    says: { 'encryption.mode': 'SSE-KMS', 'encryption.keyId': 'absent' },
  },
  {
    name: 'a wrong algorithm',
    template: bucket(encryption('KMS')),
    says: { 'encryption.mode': 'invalid', 'encryption.nearest': 'aws:kms' },
  },
  {
    name: 'a parameter without a default',
    template: bucket(encryption('!Ref Algorithm'), 'Parameters:\n  Algorithm: { Type: String }'),
    says: { 'encryption.mode': 'unknown' },
  },
  {
    name: 'a parameter with a default',
    template: bucket(
      encryption('!Ref Algorithm'),
      'Parameters:\n  Algorithm: { Type: String, Default: aws:kms }',
    ),
    says: { 'encryption.mode': 'SSE-KMS' },
  },
  {
    name: 'a parameter with allowed values',
    template: bucket(
      encryption('!Ref Algorithm'),
      'Parameters:\n  Algorithm: { Type: String, Default: AES256, AllowedValues: [AES256, "aws:kms"] }',
    ),
    says: { 'encryption.mode': ['SSE-S3', 'SSE-KMS'] },
  },
  {
    name: 'If over the value',
    template: bucket(
      encryption('!If [Own, "aws:kms", AES256]', '!If [Own, !Ref KeyArn, !Ref "AWS::NoValue"]'),
      'Parameters:\n  KeyArn: { Type: String }\nConditions:\n  Own: !Not [!Equals [!Ref KeyArn, ""]]',
    ),
    says: { 'encryption.mode': ['SSE-KMS', 'SSE-S3'], 'encryption.keyId': ['unknown', 'absent'] },
  },
  {
    name: 'If over the whole configuration',
    template: bucket(
      'BucketEncryption: !If\n  - Own\n  - ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } }]\n  - !Ref AWS::NoValue',
      'Parameters:\n  On: { Type: String }\nConditions:\n  Own: !Equals [!Ref On, "yes"]',
    ),
    says: { 'encryption.mode': ['SSE-KMS', 'default'], 'encryption.written': [true, false] },
  },
  {
    name: 'FindInMap',
    template: bucket(
      encryption('!FindInMap [Stages, !Ref Stage, Algorithm]'),
      'Parameters:\n  Stage: { Type: String, AllowedValues: [dev, prod] }\nMappings:\n  Stages:\n    dev: { Algorithm: AES256 }\n    prod: { Algorithm: "aws:kms" }',
    ),
    says: { 'encryption.mode': ['SSE-S3', 'SSE-KMS'] },
  },
  {
    name: 'a key by GetAtt',
    template: bucket(encryption('aws:kms', '!GetAtt Key.Arn')) + key,
    says: { 'encryption.mode': 'SSE-KMS', 'encryption.keyForm': 'arn' },
  },
  {
    name: 'a key by import',
    template: bucket(encryption('aws:kms', '!ImportValue key')),
    says: { 'encryption.mode': 'SSE-KMS', 'encryption.keyId': 'unknown' },
  },
  {
    name: 'policy by Ref',
    template: bucket('BucketName: reports') + policy('!Ref Reports', ownArns),
    says: denied,
  },
  {
    name: 'policy on the objects only',
    template: bucket('BucketName: reports') + policy('!Ref Reports', '!Sub "${Reports.Arn}/*"'),
    says: gap,
  },
  {
    name: 'policy by the same Sub name',
    template:
      bucket('BucketName: !Sub "reports-${AWS::AccountId}"') +
      policy(
        '!Sub "reports-${AWS::AccountId}"',
        '[!Sub "arn:${AWS::Partition}:s3:::reports-${AWS::AccountId}", !Sub "arn:${AWS::Partition}:s3:::reports-${AWS::AccountId}/*"]',
      ),
    says: denied,
  },
  {
    name: "policy by the name's parameter",
    template:
      bucket('BucketName: !Ref Name', 'Parameters:\n  Name: { Type: String }') +
      policy(
        '!Ref Name',
        '[!Join ["", ["arn:aws:s3:::", !Ref Name]], !Join ["", ["arn:aws:s3:::", !Ref Name, "/*"]]]',
      ),
    says: denied,
  },
  {
    name: 'policy by Sub with a map',
    template:
      bucket('BucketName: reports') +
      policy(
        'reports',
        '[!Sub ["${B}", { B: !GetAtt Reports.Arn }], !Sub ["${B}/*", { B: !GetAtt Reports.Arn }]]',
      ),
    says: denied,
  },
  {
    name: 'SecureTransport as a string, anyone as a map',
    template:
      bucket('BucketName: reports') +
      policy('!Ref Reports', ownArns, 'Bool: { "aws:SecureTransport": "false" }', '{ AWS: "*" }'),
    says: denied,
  },
  {
    name: 'a policy under a condition',
    template:
      bucket(
        'BucketName: reports',
        'Parameters:\n  On: { Type: String }\nConditions:\n  Own: !Equals [!Ref On, "yes"]',
      ) + policy('!Ref Reports', ownArns).replace('    Properties:', '    Condition: Own\n    Properties:'),
    says: { 'policy.lets.http': [false, true] },
  },
  {
    name: 'If over a statement',
    template: `${bucket('BucketName: reports', 'Parameters:\n  On: { Type: String }\nConditions:\n  Own: !Equals [!Ref On, "yes"]')}  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" }, Action: "s3:GetObject", Resource: !Sub "\${Reports.Arn}/*" }
          - !If
            - Own
            - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: ${ownArns}, Condition: { Bool: { "aws:SecureTransport": false } } }
            - !Ref AWS::NoValue
`,
    says: { 'policy.lets.http': [false, true] },
  },
  {
    name: 'JSON with the long forms',
    template: JSON.stringify({
      Resources: {
        Reports: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                {
                  ServerSideEncryptionByDefault: {
                    SSEAlgorithm: 'aws:kms',
                    KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] },
                  },
                  BucketKeyEnabled: 'true',
                },
              ],
            },
          },
        },
        Key: { Type: 'AWS::KMS::Key', Properties: {} },
      },
    }),
    says: { 'encryption.mode': 'SSE-KMS', 'encryption.keyForm': 'arn', 'encryption.bucketKey': true },
  },
  {
    name: 'a nested stack, with the policy outside',
    files: {
      'main.yaml': `Resources:
  Data:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./nested/data.yaml
      Parameters: { Algorithm: aws:kms }
${policy('!GetAtt Data.Outputs.Name', '[!GetAtt Data.Outputs.Arn, !Sub "${Data.Outputs.Arn}/*"]')}`,
      'nested/data.yaml': `${bucket(encryption('!Ref Algorithm'), 'Parameters:\n  Algorithm: { Type: String }')}Outputs:
  Name: { Value: !Ref Reports }
  Arn: { Value: !GetAtt Reports.Arn }
`,
    },
    says: { 'encryption.mode': 'SSE-KMS', ...denied },
  },
  {
    name: 'the Serverless Framework',
    files: {
      'serverless.yml': `service: x\nprovider: { name: aws }\nresources:\n${bucket(encryption('aws:kms')).replace(/^(?=.)/gm, '  ')}`,
    },
    says: { 'encryption.mode': 'SSE-KMS' },
  },
];

describe('forms of buckets in CloudFormation', () => {
  for (const {
    name,
    template = '',
    files = { 'template.yaml': template },
    bucket: resource = 'Reports',
    says,
  } of forms) {
    it(name, async () => {
      const fact = named(await effective(cloudformation, files), resource);
      for (const [path, value] of Object.entries(says)) assert.deepEqual(said(fact, path), value, path);
    });
  }

  it('leaves out what a condition surely does', async () => {
    const template = bucket('BucketName: reports', 'Conditions:\n  Never: !Equals [a, b]').replace(
      '    Properties:',
      '    Condition: Never\n    Properties:',
    );
    assert.deepEqual(await effective(cloudformation, { 'template.yaml': template }), []);
  });

  it('reads 20,000 lines in under a second', async function () {
    this.timeout(20_000);
    const one = bucket(encryption('aws:kms'));
    const block = one.slice(one.indexOf('  Reports:'));
    const count = Math.ceil(20_000 / (block.split('\n').length - 1));
    const template = `Resources:\n${Array.from({ length: count }, (_, at) => block.replace('Reports', `Reports${at}`)).join('')}`;
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run += 1) {
      const before = process.cpuUsage();
      const facts = await effective(cloudformation, { 'template.yaml': template });
      const { user, system } = process.cpuUsage(before);
      assert.equal(facts.length, count);
      best = Math.min(best, (user + system) / 1000);
    }
    assert.ok(best < 1000, `${best} ms of CPU time`);
  });
});
