// npm run example: installs and builds what is missing, and lints the files of examples/.
import './check-node.cjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const steps = [
  ...(existsSync('node_modules') ? [] : [['npm', ['ci', '--no-audit', '--no-fund']]]),
  [process.execPath, ['scripts/build.mjs']],
  [process.execPath, ['bin/sselint.cjs', 'examples', '--fail-on', 'never']],
];

for (const [program, args] of steps) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}
