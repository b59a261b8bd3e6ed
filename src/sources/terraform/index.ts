import type { Source } from '../source.ts';
import { companionsOf, readTerraform } from './read.ts';
import { tokens } from './tokens.ts';
import { writeTerraform } from './write.ts';

/** Terraform and OpenTofu, in both syntaxes. */
export const terraform: Source = {
  name: 'terraform',
  takes: (path) => /\.(tf|tofu)(\.json)?$/.test(path),
  tokens,
  companions: companionsOf,
  load: async () => ({ read: readTerraform, write: writeTerraform }),
};
