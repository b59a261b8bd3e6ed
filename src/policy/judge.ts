import type { Property } from '../model/kinds.ts';
import type { Policy } from './form.ts';
import { intentOf, refusedModes, requiredModes } from './intent.ts';
import { goalOf, modeOf, namesOther, uploadWith } from './requests.ts';
import { type Answer, find, type Goal } from './search/find.ts';
import type { World } from './search/world.ts';

/** Whether a policy lets a property's requests through, with one that gets through. */
export function lets(world: World, property: Property): Answer {
  return find(
    world,
    property === 'otherEncryption' ? otherEncryption(world.policy) : goalOf(property, world.policy.type),
  );
}

/** An upload that names another encryption than the policy asks for; of one that asks for none, any. */
function otherEncryption(policy: Policy): Goal {
  const required = requiredModes(policy);
  const refused = refusedModes(policy);
  if (required) return { fits: uploadWith(namesOther(required)) };
  if (refused.length > 0)
    return {
      fits: uploadWith((option) => refused.includes(modeOf(option) ?? '')),
    };
  if (intentOf(policy, 'otherEncryption')?.statement.effect === 'Deny')
    return { fits: (_, dimension) => dimension !== 'encryption' };
  return goalOf('otherEncryption', policy.type);
}

/**
 * The same among the requests that the statements are meant for: those of their principals, resources and other
 * conditions. Where no upload is among those, all uploads are meant.
 */
export function letsWhereMeant(world: World, property: Property): Answer {
  const goal =
    property === 'otherEncryption' ? otherEncryption(world.policy) : goalOf(property, world.policy.type);
  const speaksOfHeaders = (key: string) => (property === 'sseC' ? customerKey : encryption).test(key);
  const meant = world.claims.filter(({ statement, asks }) => {
    return (
      statement.effect === 'Deny' &&
      asks.some(({ part }) => part.of === 'condition' && speaksOfHeaders(part.condition.key))
    );
  });
  let doubt: Answer | undefined;
  for (const { asks } of meant) {
    const scope = asks.filter(
      ({ part }) => part.of !== 'action' && !(part.of === 'condition' && speaksOfHeaders(part.condition.key)),
    );
    const reachable = find(world, { ...goal, within: scope, without: world.claims });
    const answer = find(world, 'none' in reachable ? goal : { ...goal, within: scope });
    if ('request' in answer) return answer;
    if ('doubt' in answer) doubt ??= answer;
  }
  return doubt ?? { none: true };
}

const encryption = /:x-amz-server-side-encryption(-aws-kms-key-id)?$/i;
const customerKey = /:x-amz-server-side-encryption-customer-algorithm$/i;
