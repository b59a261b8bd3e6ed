import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import type { S3 } from '@aws-sdk/client-s3';
import type { Property } from '../../src/model/kinds.ts';
import { correctStatements } from '../../src/policy/correct.ts';
import type { Policy, Request } from '../../src/policy/form.ts';
import { intentOf } from '../../src/policy/intent.ts';
import { plainValue } from '../../src/policy/plain.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { goalOf } from '../../src/policy/requests.ts';
import { find } from '../../src/policy/search/find.ts';
import { worldOf } from '../../src/policy/search/world.ts';
import { randomPolicy, seeded } from '../policy/random.ts';
import { bucket, encryption, transport } from '../policy/tables.ts';
import { kmsClient, s3Client } from '../servers/clients.ts';
import { startMinistack } from '../servers/ministack.ts';
import type { Server } from '../servers/server.ts';
import { createUser } from '../servers/user.ts';

/**
 * Whether a server that enforces bucket policies lets the counterexample of each policy through, refuses it once the
 * correct statements stand beside, and still takes what it should. Where it differs from AWS: it knows neither
 * `s3:TlsVersion` nor the keys of the KMS key id and of SSE-C, so policies on those are left to the other tests.
 */
const account = '000000000000';
const Bucket = 'reports';
const sse = 's3:x-amz-server-side-encryption';
const users = ['Application', 'Someone', 'Writer'];

const here = (statements: object[]): object[] =>
  JSON.parse(
    JSON.stringify(statements)
      .replaceAll('arn:aws:iam::111122223333:role/', `arn:aws:iam::${account}:user/`)
      .replaceAll('111122223333', account)
      .replaceAll('${bucket}', bucket),
  );
const naming = {
  Effect: 'Allow',
  Principal: { AWS: users.map((name) => `arn:aws:iam::${account}:user/${name}`) },
  Action: 's3:GetBucketLocation',
  Resource: bucket,
};
const document = (Statement: object[]) => ({ Version: '2012-10-17', Statement });
/** With the users named, so that the search may choose them. */
const policyOf = (statements: object[]) =>
  readPolicy(plainValue(document([...statements, naming])), 'bucket');

/** A counterexample that one of the server's users can send. */
function counterexample(policy: Policy, property: Property): Request | undefined {
  const { fits } = goalOf(property, 'bucket');
  const sendable: typeof fits = (option, dimension) => {
    if (dimension === 'principal') return isUser(option.principal);
    if (dimension === 'action')
      return /:(GetObject|PutObject|ListBucket)$/.test(option.action!) && fits!(option, dimension);
    return fits!(option, dimension);
  };
  const answer = find(worldOf(policy, { bucketArn: bucket, account }), { fits: sendable });
  return 'request' in answer ? answer.request : undefined;
}

const isUser = (principal: Request['principal'] | undefined) =>
  typeof principal === 'object' &&
  users.some((name) => principal.AWS === `arn:aws:iam::${account}:user/${name}`);

/** The server fills in no other keys of encryption or TLS, and refuses public policies as a new bucket does. */
const notThere = /kms-key-id|customer-algorithm|TlsVersion|SourceVpce|PrincipalAccount|"Allow"|\$\{/;
const random = seeded(30);
const drawn = Array.from({ length: 1200 }, (_, at): [string, object[]] => [
  `random ${at}`,
  randomPolicy(random).Statement,
]);
const properties: Property[] = ['http', 'unencrypted', 'otherEncryption'];
const known = [...transport, ...encryption, ...drawn].filter(
  ([, rows]) => !notThere.test(JSON.stringify(rows)),
);
const cases = known.slice(0, 80).flatMap(([name, rows]) =>
  properties.flatMap((property) => {
    const statements = here(rows);
    const policy = policyOf(statements);
    const request = intentOf(policy, property) && counterexample(policy, property);
    return request ? [{ name: `${name}: ${property}`, statements, property, request }] : [];
  }),
);

describe('a counterexample, sent for real', function () {
  this.timeout(120_000);
  const servers = new Map<boolean, { server: Server; root: S3; clients: Map<string, S3> }>();
  let keyId: string | undefined;
  before(async () => {
    for (const tls of [false, true]) {
      const server = await startMinistack({ auth: true, tls });
      const root = s3Client(server);
      await root.createBucket({ Bucket });
      await root.putObject({ Bucket, Key: 'report.csv', Body: 'x' });
      const clients = new Map<string, S3>();
      for (const name of users) {
        const credentials = await createUser(server, name, {
          Statement: [{ Effect: 'Allow', Action: ['s3:*', 'kms:*'], Resource: '*' }],
        });
        clients.set(`arn:aws:iam::${account}:user/${name}`, s3Client(server, { credentials }));
      }
      servers.set(tls, { server, root, clients });
      if (tls) keyId = (await kmsClient(server).createKey({})).KeyMetadata?.KeyId;
    }
  });
  after(async () => {
    for (const { server } of servers.values()) await server.stop();
  });

  it('there are at least 30', () => assert(cases.length >= 30, `${cases.length}`));

  for (const { name, statements, property, request } of cases) {
    it(name, async () => {
      const { root, clients } = servers.get(request.context['aws:SecureTransport'] === 'true')!;
      const { AWS = '' } = request.principal as { AWS?: string };
      const put = (Statement: object[]) =>
        root.putBucketPolicy({ Bucket, Policy: JSON.stringify(document(Statement)) });
      await put(statements);
      await send(clients.get(AWS)!, request);
      const fixed = [...statements, ...here(correctStatements(property, 'strict')!)];
      await put(fixed);
      await assert.rejects(send(clients.get(AWS)!, request), /AccessDenied|Forbidden|403/);
      await passesStill(fixed);
    });
  }

  /** A proper upload over https, where the policy leaves one. */
  async function passesStill(statements: object[]): Promise<void> {
    const { root, clients } = servers.get(true)!;
    const proper = find(worldOf(policyOf(statements), { bucketArn: bucket, account }), {
      fits: ({ action, principal, resource, context = {} }, dimension) => {
        if (dimension === 'action') return action === 's3:PutObject';
        if (dimension === 'principal') return isUser(principal);
        if (dimension === 'encryption') return !Object.keys(context).some((key) => notThere.test(key));
        if (dimension === 'resource') return resource === `${bucket}/report.csv`;
        return dimension !== 'transport' || context['aws:SecureTransport'] === 'true';
      },
    });
    if (!('request' in proper)) return;
    await root.putBucketPolicy({ Bucket, Policy: JSON.stringify(document(statements)) });
    const { context, principal } = proper.request;
    const mode = String(context[sse] ?? '');
    const keyed: Request['context'] = mode.startsWith('aws:kms') ? { [`${sse}-aws-kms-key-id`]: keyId! } : {};
    const sender = clients.get((principal as { AWS: string }).AWS)!;
    await send(sender, { ...proper.request, context: { ...context, ...keyed } });
  }
});

async function send(client: S3, { action, resource, context }: Request): Promise<unknown> {
  const Key = resource.slice(bucket.length + 1);
  if (action === 's3:ListBucket') return client.listObjectsV2({ Bucket });
  if (action === 's3:GetObject') return client.getObject({ Bucket, Key });
  return client.putObject({ Bucket, Key, Body: 'x', ...headersOf(context) });
}

function headersOf(context: Request['context']) {
  const key = randomBytes(32);
  const text = (name: string) => context[name] as string | undefined;
  return {
    ServerSideEncryption: text(sse) as 'AES256' | undefined,
    SSEKMSKeyId: text(`${sse}-aws-kms-key-id`),
    ...(text(`${sse}-customer-algorithm`) && {
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: key.toString('base64'),
      SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
    }),
  };
}
