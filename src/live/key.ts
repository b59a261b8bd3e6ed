import type { KMSClient } from '@aws-sdk/client-kms';
import type { KeySnapshot } from '../sources/snapshot/snapshot.ts';
import { ask } from './ask.ts';
import { plain } from './bucket.ts';

type Kms = typeof import('@aws-sdk/client-kms');
type Part = 'metadata' | 'rotation' | 'rotations' | 'policy';

interface Reading {
  part: Part;
  action: string;
  call(kms: Kms, client: KMSClient, KeyId: string): Promise<unknown>;
}

export const keyReadings: Reading[] = [
  {
    part: 'metadata',
    action: 'kms:DescribeKey',
    call: async (kms, client, KeyId) =>
      (await client.send(new kms.DescribeKeyCommand({ KeyId }))).KeyMetadata,
  },
  {
    part: 'rotation',
    action: 'kms:GetKeyRotationStatus',
    call: (kms, client, KeyId) => client.send(new kms.GetKeyRotationStatusCommand({ KeyId })),
  },
  {
    part: 'rotations',
    action: 'kms:ListKeyRotations',
    call: (kms, client, KeyId) => client.send(new kms.ListKeyRotationsCommand({ KeyId })),
  },
  {
    part: 'policy',
    action: 'kms:GetKeyPolicy',
    call: async (kms, client, KeyId) =>
      JSON.parse(
        (await client.send(new kms.GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy ?? 'null',
      ),
  },
];

/** Reads one key, by its id, ARN or alias; the other calls use the id that KMS answers with. */
export async function readKey(client: KMSClient, named: string, region: string): Promise<KeySnapshot> {
  const kms = await import('@aws-sdk/client-kms');
  const [describe, ...others] = keyReadings;
  const first = await ask(describe!.part, describe!.action, () => describe!.call(kms, client, named));
  const metadata = 'value' in first ? plain(first.value) : null;
  const id = String(metadata?.KeyId ?? named);
  const snapshot: KeySnapshot = { id, region, missing: [] };
  if ('missing' in first) snapshot.missing.push(first.missing);
  else snapshot.metadata = metadata;
  if (!metadata) return snapshot;
  const wanted = others.filter(({ part }) => metadata.KeyManager !== 'AWS' || part !== 'rotations');
  for (const { part, action, call } of wanted) {
    const answer = await ask(part, action, () => call(kms, client, id));
    if ('missing' in answer) snapshot.missing.push(answer.missing);
    else snapshot[part] = 'value' in answer ? plain(answer.value) : null;
  }
  if (snapshot.missing.some(isOfKind)) snapshot.missing = snapshot.missing.filter((each) => !isOfKind(each));
  const aliases = await ask('aliases', 'kms:ListAliases', () =>
    client.send(new kms.ListAliasesCommand({ KeyId: id })),
  );
  if ('value' in aliases)
    snapshot.aliases = (aliases.value.Aliases ?? []).flatMap((alias) => alias.AliasName ?? []);
  return snapshot;

  /** KMS itself says that a key of this kind has no rotation: that is an answer. */
  function isOfKind(missing: KeySnapshot['missing'][number]): boolean {
    const cannotRotate = metadata?.KeySpec !== 'SYMMETRIC_DEFAULT' || metadata?.Origin !== 'AWS_KMS';
    return cannotRotate && missing.kind === 'unsupported' && missing.part.startsWith('rotation');
  }
}
