import { combine, known, mapArms, unknown, type Value } from '../../model/value.ts';
import type { Read } from './bucket.ts';
import { wordOf } from './values.ts';

/** `aws_kms.Key` as the AWS::KMS::Key that the CDK makes of it (aws-cdk-lib/aws-kms, lib/key.js). */
export function keyProperties(read: Read): Record<string, Value> {
  const period = read('rotationPeriod');
  return {
    EnableKeyRotation: combine(read('enableKeyRotation'), period, (enabled, days) =>
      enabled.is === 'absent' && days.is !== 'absent' ? known(true, { place: days.place }) : enabled,
    ),
    RotationPeriodInDays: period,
    PendingWindowInDays: read('pendingWindow'),
    KeySpec: wordOf(read('keySpec'), 'KeySpec'),
    KeyUsage: wordOf(read('keyUsage'), 'KeyUsage'),
    Enabled: read('enabled'),
    MultiRegion: read('multiRegion'),
    KeyPolicy: mapArms(read('policy'), (plain) =>
      unknown("the key's policy, which the CDK writes", { place: plain.place }),
    ),
  };
}
