import type { AnyFact } from '../../model/fact.ts';
import { absent, known, list, textOf, type Value } from '../../model/value.ts';
import { policyFields } from '../../policy/fields.ts';
import { rotationSupported } from '../template/key.ts';
import { at, whole } from '../template/members.ts';
import { type Documents, keyDocument } from './documents.ts';
import { liveFact, missingPart, prefixed } from './fact.ts';
import type { KeySnapshot } from './snapshot.ts';

const day = 24 * 60 * 60 * 1000;

/** A live KMS key. `takenAt` is what ages count from. */
export function keyFact(key: KeySnapshot, takenAt: string, documents: Documents): AnyFact {
  const file = keyDocument(key.region, key.id);
  const { missing, ...shown } = key;
  const all = documents.render(file, shown);
  const part = (name: keyof KeySnapshot): Value => missingPart(missing, name) ?? whole(all, name);
  const metadata = part('metadata');
  const meta = (name: string): Value => (metadata.is === 'unknown' ? metadata : at(metadata, name));
  const spec = meta('KeySpec');
  const origin = meta('Origin');
  const aliases = key.aliases ?? [];
  const fields: Record<string, Value> = {
    id: meta('KeyId').is === 'known' ? meta('KeyId') : known(key.id),
    arn: meta('Arn'),
    aliases: list(aliases.map((alias) => known(alias))),
    manager: meta('KeyManager'),
    spec,
    usage: meta('KeyUsage'),
    origin,
    state: metadataState(metadata),
    region: known(key.region),
    multiRegion: at(metadata, 'MultiRegionConfiguration', 'MultiRegionKeyType'),
    ...rotation(part('rotation'), part('rotations'), spec, origin, metadata, takenAt),
    'material.imported':
      origin.is === 'known' ? known(origin.value === 'EXTERNAL', { place: origin.place }) : origin,
    'material.expires': expires(meta('ExpirationModel')),
    ...policyOf(part('policy'), meta('Arn')),
  };
  const place = { file, start: 0, end: documents.texts.get(file)!.length };
  const names = [key.id, ...aliases, textOf(meta('Arn'))].filter((name) => name !== undefined);
  return liveFact('key', key.id, place, fields, { names: list(names.map((name) => known(name))) });
}

function metadataState(metadata: Value): Value {
  if (metadata.is === 'absent') return known('NotFound');
  return metadata.is === 'unknown' ? metadata : at(metadata, 'KeyState');
}

function rotation(
  status: Value,
  rotations: Value,
  spec: Value,
  origin: Value,
  metadata: Value,
  takenAt: string,
): Record<string, Value> {
  const at_ = (name: string): Value => (status.is === 'unknown' ? status : at(status, name));
  return {
    'rotation.enabled': at_('KeyRotationEnabled'),
    'rotation.periodDays': at_('RotationPeriodInDays'),
    'rotation.supported': rotationSupported(spec, origin),
    'rotation.ageDays': age(rotations, metadata, takenAt),
  };
}

/** Whole days since the last rotation, or since the key was made. */
function age(rotations: Value, metadata: Value, takenAt: string): Value {
  if (rotations.is === 'unknown') return rotations;
  const listed = whole(rotations, 'Rotations');
  const dates = listed.is === 'list' ? listed.items.map((item) => at(item, 'RotationDate')) : [];
  const last = [...dates, at(metadata, 'CreationDate')]
    .flatMap((date) => (textOf(date) === undefined ? [] : [{ date, time: Date.parse(textOf(date)!) }]))
    .sort((a, b) => b.time - a.time)[0];
  if (!last || Number.isNaN(last.time)) return absent;
  return known(Math.floor((Date.parse(takenAt) - last.time) / day), { place: last.date.place });
}

function expires(model: Value): Value {
  return model.is === 'known'
    ? known(model.value === 'KEY_MATERIAL_EXPIRES', { place: model.place })
    : absent;
}

function policyOf(policy: Value, arn: Value): Record<string, Value> {
  if (policy.is === 'unknown') return prefixed('policy', ['written'], policy);
  const fields = policyFields(policy.is === 'absent' ? undefined : policy, { type: 'key', keyArn: arn });
  return Object.fromEntries(Object.entries(fields).map(([path, value]) => [`policy.${path}`, value]));
}
