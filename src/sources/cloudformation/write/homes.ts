import type { Entry } from '../../../evaluate/form.ts';
import { resourceIn } from './insert.ts';
import type { Page } from './page.ts';

/** Where a property that is not yet written belongs. */
export interface Addition {
  resource: Entry;
  within: string[];
  name: string;
  wrap?: (data: unknown) => unknown;
}

type Home = Omit<Addition, 'resource'>;

const rule = ['Properties', 'BucketEncryption', 'ServerSideEncryptionConfiguration'];

const homes: Record<string, Record<string, Home>> = {
  bucket: {
    'encryption.algorithm': { within: [...rule, 'ServerSideEncryptionByDefault'], name: 'SSEAlgorithm' },
    'encryption.keyId': { within: [...rule, 'ServerSideEncryptionByDefault'], name: 'KMSMasterKeyID' },
    'encryption.bucketKey': { within: rule, name: 'BucketKeyEnabled' },
    'encryption.blocked': {
      within: rule,
      name: 'BlockedEncryptionTypes',
      wrap: (types) => ({ EncryptionType: types }),
    },
    'versioning.status': {
      within: ['Properties'],
      name: 'VersioningConfiguration',
      wrap: (status) => ({ Status: status }),
    },
  },
  key: {
    'rotation.enabled': { within: ['Properties'], name: 'EnableKeyRotation' },
    'rotation.periodDays': { within: ['Properties'], name: 'RotationPeriodInDays' },
    deletionWindowDays: { within: ['Properties'], name: 'PendingWindowInDays' },
  },
};

export function additionOf(path: string, page: Page): Addition | undefined {
  const home = homes[page.fact.kind]?.[path];
  const resource = resourceIn(page);
  return home && resource && { ...home, resource };
}

/** A whole encryption configuration, from the fields that are set. */
export function encryptionOf(given: Map<string, unknown>): unknown {
  const keyId = given.get('encryption.keyId');
  const bucketKey = given.get('encryption.bucketKey');
  const blocked = given.get('encryption.blocked');
  return {
    ServerSideEncryptionConfiguration: [
      {
        ServerSideEncryptionByDefault: {
          SSEAlgorithm: given.get('encryption.algorithm') ?? 'AES256',
          ...(keyId !== undefined && { KMSMasterKeyID: keyId }),
        },
        ...(bucketKey !== undefined && { BucketKeyEnabled: bucketKey }),
        ...(blocked !== undefined && { BlockedEncryptionTypes: { EncryptionType: blocked } }),
      },
    ],
  };
}
