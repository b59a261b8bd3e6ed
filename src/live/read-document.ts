import { ask } from './ask.ts';
import { bucketReadings, plain } from './bucket.ts';
import type { Clients } from './connection.ts';
import { readKey } from './key.ts';

type Json = Record<string, unknown>;

/** What a document says now; null where there is none. Throws where it cannot be read. */
export async function readDocument(document: string, clients: Clients): Promise<Json | null> {
  const [, region, bucket, part] = /^aws:\/\/([^/]+)\/([^/]+)\/(\w+)\.json$/.exec(document) ?? [];
  const reading = bucketReadings.find((each) => each.part === part);
  const key = /^aws:\/\/([^/]+)\/key\/(.+)\.json$/.exec(document);
  // A bucket may be called `key`.
  if (key && !reading) {
    const { missing: _, ...shown } = await readKey(await clients.kms(key[1]!), key[2]!, key[1]!);
    return shown as Json;
  }
  if (!reading || !bucket) throw new Error(`${document}: expected a bucket's or a key's document`);
  const s3 = await import('@aws-sdk/client-s3');
  const client = await clients.s3(region);
  const answer = await ask(reading.part, reading.action, () => reading.call(s3, client, bucket));
  if ('missing' in answer)
    throw new Error(`${document}: ${answer.missing.action}: ${answer.missing.message}`);
  return 'value' in answer ? plain(answer.value) : null;
}
