import { absent, mapArms } from '../../../model/value.ts';
import { transportFields } from '../../../sdks/index.ts';
import { factOf, flag, prop } from '../../template/fact.ts';
import type { Maker } from '../facts.ts';

/** The provider as a client (https://registry.terraform.io/providers/hashicorp/aws/latest/docs#argument-reference). */
const provider: Maker = (resource) => {
  const endpoint = prop(resource, 'endpoints', 's3');
  const insecure = flag(prop(resource, 'insecure'));
  if (endpoint.is === 'absent' && insecure.is === 'absent') return [];
  const verified = mapArms(insecure, (plain) =>
    plain.is === 'known' ? { ...plain, value: plain.value !== true } : plain,
  );
  const fields = { endpoint, ...transportFields({ endpoint, secure: absent, verified }, resource.endpoints) };
  return [{ ...factOf('client', resource, { fields }), resource: null }];
};

export const clientFacts: Record<string, Maker> = { 'provider.aws': provider };
