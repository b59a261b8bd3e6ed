import { absent, known, mapArms, type Value } from '../../../model/value.ts';
import { choose } from '../../template/conditions.ts';
import { bucketEncryption } from '../../template/encryption.ts';
import { bucketNames, factOf, flag, prop, read } from '../../template/fact.ts';
import { attachedPolicy } from '../../template/policy.ts';
import type { Resource } from '../../template/resource.ts';
import type { Maker } from '../facts.ts';
import { bucketModuleType } from '../root.ts';
import { encryptionNames } from './bucket.ts';
import { attachedStatements } from './module-policy.ts';

/** `terraform-aws-modules/s3-bucket`, read by its inputs. */
const bucketModule: Maker = (resource) => {
  const name = prop(resource, 'bucket');
  const configuration = prop(resource, 'server_side_encryption_configuration');
  const isMade = flag(prop(resource, 'create_bucket'));
  if (isMade.is === 'known' && isMade.value === false) return [];
  const names = bucketNames(name, `⟨${resource.address}.id⟩`);
  const fields = {
    name,
    ...(isGiven(configuration) &&
      bucketEncryption(configuration, read(configuration, 'rule'), encryptionNames)),
    'versioning.status': versioning(resource),
    'logging.target': prop(resource, 'logging', 'target_bucket'),
    ...attachedPolicy(resource, policy(resource, names), names),
  };
  return [
    factOf('bucket', resource, {
      fields,
      names,
      incomplete: isMade.is !== 'absent' && isMade.is !== 'known',
    }),
  ];
};

function isGiven(value: Value): boolean {
  return value.is !== 'absent' && !(value.is === 'record' && value.entries.length === 0);
}

function versioning(resource: Resource): Value {
  const map = prop(resource, 'versioning');
  const status = read(map, 'status');
  const enabled = flag(status.is === 'absent' ? read(map, 'enabled') : status);
  return mapArms(enabled, (plain) => {
    if (plain.is !== 'known' || typeof plain.value !== 'boolean') return plain;
    return { ...plain, value: plain.value ? 'Enabled' : 'Suspended' };
  });
}

/** The given policy where it is attached, with the statements that the module adds. */
function policy(resource: Resource, names: string[]): Value {
  const attached = flag(prop(resource, 'attach_policy'));
  const own = choose(
    attached.is === 'absent' ? known(false) : attached,
    () => prop(resource, 'policy'),
    () => absent,
  );
  return attachedStatements(resource, own, names);
}

export const moduleFacts: Record<string, Maker> = { [bucketModuleType]: bucketModule };
