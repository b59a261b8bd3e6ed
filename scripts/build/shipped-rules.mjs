import { rulesModule } from '../generate-rules.mjs';

/** In a bundle, the rules that ship are compiled ahead. */
export const shippedRules = {
  name: 'shipped rules',
  setup(build) {
    build.onLoad({ filter: /src\/rules\/shipped\.ts$/ }, async () => ({
      contents: await rulesModule(),
      loader: 'ts',
    }));
  },
};
