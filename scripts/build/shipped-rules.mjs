import { readFileSync } from 'node:fs';

/** In a bundle, the rules lie beside it. */
export const shippedRules = {
  name: 'shipped rules',
  setup(build) {
    build.onLoad({ filter: /src\/rules\/shipped\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('../../rules', '../rules'),
      loader: 'ts',
    }));
  },
};
