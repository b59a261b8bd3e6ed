/**
 * What AWS's documentation shows as sample policies (S3 User Guide: examples of bucket policies, of condition keys,
 * encryption, VPC endpoints, access points, logging; KMS Developer Guide: key policies), written anew, and what is true
 * of each: the properties that it means to have and has (`proved`), or has not (`refuted`), and what is to be said of it
 * (`problems`). That nobody unnamed may read or write is meant always; it is listed only where it is not so.
 */
export interface Sample {
  name: string;
  statements: object[];
  proved?: string[];
  refuted?: string[];
  problems?: string[];
}

const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket';
const objects = `${bucket}/*`;
const both = [bucket, objects];
const key = 'arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const sse = 's3:x-amz-server-side-encryption';
const kid = `${sse}-aws-kms-key-id`;
const calg = `${sse}-customer-algorithm`;

const deny = (Action: string | string[], Resource: string | string[], Condition: object) => ({
  Effect: 'Deny',
  Principal: '*',
  Action,
  Resource,
  Condition,
});
const allow = (
  Principal: unknown,
  Action: string | string[],
  Resource: string | string[],
  Condition?: object,
) => ({ Effect: 'Allow', Principal, Action, Resource, ...(Condition ? { Condition } : {}) });
const upload = (Condition: object) => deny('s3:PutObject', objects, Condition);
const from = (service: string) => ({ Service: `${service}.amazonaws.com` });
const user = { AWS: 'arn:aws:iam::111122223333:user/JohnDoe' };

const transport: Sample[] = [
  {
    name: 'only requests over TLS',
    statements: [deny('s3:*', both, { Bool: { 'aws:SecureTransport': 'false' } })],
    proved: ['http'],
  },
  {
    name: 'TLS 1.2 at least',
    statements: [deny('s3:*', both, { NumericLessThan: { 's3:TlsVersion': 1.2 } })],
    proved: ['oldTls'],
  },
  {
    name: 'reads for everyone, over TLS only, by an Allow alone',
    statements: [allow('*', 's3:GetObject', objects, { Bool: { 'aws:SecureTransport': 'true' } })],
    refuted: ['http', 'anonymousRead'],
    problems: ['allowOnly'],
  },
  {
    name: 'the same with a Deny beside it',
    statements: [
      allow('*', 's3:GetObject', objects),
      deny('s3:*', objects, { Bool: { 'aws:SecureTransport': 'false' } }),
    ],
    refuted: ['http', 'anonymousRead'],
    problems: ['allowsHttp'],
  },
  {
    name: 'a Deny where the transport is secure, as a sentence that was swapped has it',
    statements: [deny('s3:*', both, { Bool: { 'aws:SecureTransport': 'true' } })],
    refuted: ['http'],
    problems: ['invertedHttps'],
  },
];

const encryption: Sample[] = [
  {
    name: 'uploads have to name a KMS key: any',
    statements: [upload({ Null: { [kid]: 'true' } })],
    proved: ['unencrypted', 'otherEncryption'],
    refuted: ['foreignKey'],
    problems: ['allowsForeignKey', 'blocksDefaultEncryption'],
  },
  {
    name: 'uploads have to name this KMS key',
    statements: [upload({ ArnNotEqualsIfExists: { [kid]: key } })],
    proved: ['otherEncryption', 'foreignKey'],
    problems: ['blocksDefaultEncryption'],
  },
  {
    name: 'uploads have to ask for SSE-KMS',
    statements: [upload({ StringNotEquals: { [sse]: 'aws:kms' } })],
    proved: ['otherEncryption'],
    refuted: ['foreignKey'],
    problems: ['allowsForeignKey', 'blocksDefaultEncryption'],
  },
  {
    name: 'uploads have to ask for DSSE-KMS',
    statements: [upload({ StringNotEquals: { [sse]: 'aws:kms:dsse' } })],
    proved: ['otherEncryption'],
    refuted: ['foreignKey'],
    problems: ['allowsForeignKey', 'blocksDefaultEncryption'],
  },
  {
    name: 'uploads have to ask for SSE-S3, in two statements',
    statements: [upload({ StringNotEquals: { [sse]: 'AES256' } }), upload({ Null: { [sse]: 'true' } })],
    proved: ['unencrypted', 'otherEncryption'],
    problems: ['blocksDefaultEncryption'],
  },
  {
    name: 'no uploads with a customer-provided key',
    statements: [upload({ Null: { [calg]: 'false' } })],
    proved: ['sseC'],
  },
  {
    name: 'only uploads with a customer-provided key',
    statements: [upload({ Null: { [calg]: 'true' } })],
    refuted: ['sseC'],
    problems: ['requiresSseC'],
  },
  {
    name: 'the value SSE-KMS of another project’s manual',
    statements: [upload({ StringNotEquals: { [sse]: 'SSE-KMS' } })],
    proved: ['otherEncryption'],
    problems: ['blocksAllUploads'],
  },
];

const networks: Sample[] = [
  {
    name: 'only from these addresses',
    statements: [
      deny('s3:*', both, { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '2001:db8:1234:5678::/64'] } }),
    ],
    proved: ['anyNetwork'],
  },
  {
    name: 'only through this VPC endpoint',
    statements: [deny('s3:*', both, { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })],
    proved: ['anyNetwork'],
  },
  {
    name: 'only from this VPC',
    statements: [deny('s3:*', both, { StringNotEquals: { 'aws:SourceVpc': 'vpc-111bbb22' } })],
    proved: ['anyNetwork'],
  },
  {
    name: 'only from the organisation, and services of AWS',
    statements: [
      deny('s3:*', both, {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-aa111bb222' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      }),
    ],
    proved: ['anyNetwork'],
  },
  {
    name: 'the same with Bool: who does not sign has no such key',
    statements: [
      deny('s3:*', both, {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-aa111bb222' },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      }),
    ],
    refuted: ['anyNetwork'],
  },
];

const reads: Sample[] = [
  {
    name: 'everyone may read',
    statements: [allow('*', ['s3:GetObject', 's3:GetObjectVersion'], objects)],
    refuted: ['anonymousRead'],
  },
  {
    name: 'everyone may read who comes from a web page: the caller chooses the Referer',
    statements: [
      allow('*', ['s3:GetObject', 's3:GetObjectVersion'], objects, {
        StringLike: { 'aws:Referer': ['http://www.example.com/*', 'http://example.com/*'] },
      }),
    ],
    refuted: ['anonymousRead'],
  },
  {
    name: 'everyone of the organisation may read',
    statements: [
      allow('*', 's3:GetObject', objects, { StringEquals: { 'aws:PrincipalOrgID': ['o-aa111bb222'] } }),
    ],
  },
  {
    name: 'everyone from these addresses may read',
    statements: [allow('*', 's3:GetObject', objects, { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })],
  },
  {
    name: 'a distribution of CloudFront may read',
    statements: [
      allow(from('cloudfront'), 's3:GetObject', objects, {
        StringEquals: { 'AWS:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE' },
      }),
    ],
  },
  {
    name: 'an origin access identity of CloudFront may read',
    statements: [
      allow(
        { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC' },
        's3:GetObject',
        objects,
      ),
    ],
  },
  {
    name: 'the account’s access points decide',
    statements: [
      allow({ AWS: '*' }, '*', both, { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } }),
    ],
  },
  {
    name: 'a user may list one folder and read it',
    statements: [
      allow(user, 's3:ListBucket', bucket, {
        StringEquals: { 's3:prefix': ['', 'home/', 'home/JohnDoe'], 's3:delimiter': ['/'] },
      }),
      allow(user, 's3:*', [`${bucket}/home/JohnDoe`, `${bucket}/home/JohnDoe/*`]),
    ],
  },
];

const writes: Sample[] = [
  {
    name: 'another account may upload, if the owner gets full control',
    statements: [
      allow({ AWS: '111122223333' }, 's3:PutObject', objects, {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' },
      }),
    ],
  },
  {
    name: 'anyone may upload, if the owner gets full control',
    statements: [
      allow('*', 's3:PutObject', objects, { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }),
    ],
    refuted: ['anonymousWrite'],
  },
  {
    name: 'S3 Inventory may deliver',
    statements: [
      allow(from('s3'), 's3:PutObject', objects, {
        ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-source-bucket' },
        StringEquals: { 'aws:SourceAccount': '111122223333', 's3:x-amz-acl': 'bucket-owner-full-control' },
      }),
    ],
  },
  {
    name: 'server access logs may be delivered',
    statements: [
      allow(from('logging.s3'), 's3:PutObject', `${bucket}/logs*`, {
        ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-source-bucket' },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      }),
    ],
  },
  {
    name: 'CloudTrail may deliver',
    statements: [
      allow(from('cloudtrail'), 's3:GetBucketAcl', bucket, {
        StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-2:111122223333:trail/audit' },
      }),
      allow(from('cloudtrail'), 's3:PutObject', `${bucket}/AWSLogs/111122223333/*`, {
        StringEquals: {
          's3:x-amz-acl': 'bucket-owner-full-control',
          'aws:SourceArn': 'arn:aws:cloudtrail:us-east-2:111122223333:trail/audit',
        },
      }),
    ],
  },
  {
    name: 'a load balancer may deliver its logs',
    statements: [
      allow(from('logdelivery.elasticloadbalancing'), 's3:PutObject', `${bucket}/AWSLogs/111122223333/*`),
    ],
  },
  {
    name: 'no access to tax documents without MFA',
    statements: [
      deny('s3:*', `${bucket}/taxdocuments/*`, { Null: { 'aws:MultiFactorAuthAge': true } }),
      allow(user, ['s3:GetObject', 's3:PutObject'], objects),
    ],
  },
  {
    name: 'no signature older than ten minutes',
    statements: [
      { ...allow(user, 's3:*', objects) },
      deny('s3:*', objects, { NumericGreaterThan: { 's3:signatureAge': '600000' } }),
    ],
  },
];

export const bucketSamples = { transport, encryption, networks, reads, writes };

const useOfKey = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];
const root = allow({ AWS: 'arn:aws:iam::111122223333:root' }, 'kms:*', '*');

export const keySamples: Sample[] = [
  { name: 'the account decides', statements: [root] },
  {
    name: 'everyone of the account, through S3 alone: the policy of aws/s3',
    statements: [
      allow({ AWS: '*' }, useOfKey, '*', {
        StringEquals: { 'kms:ViaService': 's3.us-east-2.amazonaws.com', 'kms:CallerAccount': '111122223333' },
      }),
      root,
    ],
  },
  {
    name: 'everyone through S3: of every account',
    statements: [
      root,
      allow({ AWS: '*' }, useOfKey, '*', {
        StringEquals: { 'kms:ViaService': 's3.us-east-2.amazonaws.com' },
      }),
    ],
    refuted: ['anonymousWrite', 'anonymousRead'],
  },
  {
    name: 'S3 Inventory may encrypt under it',
    statements: [
      root,
      allow(from('s3'), 'kms:GenerateDataKey', '*', {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: { 'aws:SourceARN': 'arn:aws:s3:::amzn-s3-demo-source-bucket' },
      }),
    ],
  },
];

const grant = (Action: string | string[], Resource: string, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

export const identitySamples: Sample[] = [
  {
    name: 'decrypt under one key',
    statements: [grant(['kms:Encrypt', 'kms:Decrypt'], key)],
    proved: ['anyDecrypt'],
  },
  { name: 'decrypt under every key', statements: [grant('kms:Decrypt', '*')], refuted: ['anyDecrypt'] },
  {
    name: 'decrypt under keys with an alias',
    statements: [
      grant('kms:Decrypt', 'arn:aws:kms:*:111122223333:key/*', {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/reports' },
      }),
    ],
    proved: ['anyDecrypt'],
  },
];
