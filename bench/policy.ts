import { properties } from '../src/model/kinds.ts';
import { evaluate } from '../src/policy/evaluate.ts';
import { lets } from '../src/policy/judge.ts';
import { plainValue } from '../src/policy/plain.ts';
import { readPolicy } from '../src/policy/read.ts';
import { worldOf } from '../src/policy/search/world.ts';
import { disagreement } from '../test/policy/agreement.ts';
import { seeded } from '../test/policy/random.ts';
import { encryption, uploads } from '../test/policy/tables.ts';

/** How fast policies are decided, and that the procedure and plain enumeration agree: `npx tsx bench/policy.ts [count]`. */
const count = Number(process.argv[2] ?? 100_000);

/** 40 statements with 60 conditions: on keys, prefixes, networks, principals, tags and headers. */
function large() {
  const bucket = 'arn:aws:s3:::reports';
  const statement = (at: number) => ({
    Effect: at % 8 === 7 ? 'Allow' : 'Deny',
    [at % 9 === 4 ? 'NotPrincipal' : 'Principal']:
      at % 3 === 0 ? '*' : { AWS: `arn:aws:iam::111122223333:role/Team${at % 6}` },
    Action: ['s3:PutObject', 's3:Get*', 's3:*', ['s3:List*', 's3:PutObject*']][at % 4],
    Resource: [`${bucket}/team${at % 7}/*`, `${bucket}/*/secret/*`, [bucket, `${bucket}/*`]][at % 3],
    Condition: conditions(at),
  });
  const conditions = (at: number) => {
    const all: Record<string, Record<string, unknown>>[] = [
      { StringNotEquals: { 'aws:SourceVpce': [`vpce-${at % 5}a`, 'vpce-0b'] } },
      { NotIpAddress: { 'aws:SourceIp': [`10.${at}.0.0/16`, '192.0.2.0/24'] } },
      { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
      {
        ArnNotLike: {
          'aws:PrincipalArn': [`arn:aws:iam::111122223333:role/Team${at % 6}`, 'arn:aws:iam::*:role/admin/*'],
        },
      },
      { StringNotEquals: { [`aws:PrincipalTag/team${at % 4}`]: `t${at}` } },
      { StringLike: { 's3:prefix': [`team${at % 7}/*`, ''] } },
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': '1.2' } },
    ];
    return { ...all[at % 8], ...(at % 2 === 0 ? all[(at * 3 + 1) % 8] : {}) };
  };
  return { Version: '2012-10-17', Statement: Array.from({ length: 40 }, (_, at) => statement(at)) };
}

const timed = (name: string, times: number, run: () => void) => {
  run();
  const start = performance.now();
  const before = process.cpuUsage();
  for (let at = 0; at < times; at++) run();
  const spent = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const each = (milliseconds: number) => (milliseconds / times).toFixed(3);
  console.log(`${name}: ${each(spent)} ms, ${each((user + system) / 1000)} ms of CPU time`);
};

const big = plainValue(large());
timed('40 statements and 60 conditions, one property', 20, () => {
  lets(worldOf(readPolicy(big, 'bucket'), { bucketArn: 'arn:aws:s3:::reports' }), 'http');
});
timed('40 statements and 60 conditions, all properties', 5, () => {
  const world = worldOf(readPolicy(big, 'bucket'), { bucketArn: 'arn:aws:s3:::reports' });
  for (const property of properties) lets(world, property);
});
timed('  of which the classes', 5, () =>
  worldOf(readPolicy(big, 'bucket'), { bucketArn: 'arn:aws:s3:::reports' }),
);
const small = plainValue({ Version: '2012-10-17', Statement: encryption.at(-1)![1] });
timed('one request of one policy, read and evaluated', 20_000, () =>
  evaluate(readPolicy(small, 'bucket'), uploads.AES256!),
);

const random = seeded(2026);
let disagreements = 0;
for (let at = 0; at < count; at++) {
  const found = disagreement(random);
  if (!found) continue;
  disagreements += 1;
  console.log(JSON.stringify(found));
}
console.log(`${count} random policies, ${disagreements} disagreements`);
process.exitCode = disagreements > 0 ? 1 : 0;
