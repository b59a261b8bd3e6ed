// npm run bench: whole processes on generated trees, against ripgrep on the same tree in the same run.
import '../scripts/check-node.cjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';
import { writeReadme } from './readme.mjs';
import { writeTree } from './tree.mjs';

const runs = 7;
const folder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
const bin = fileURLToPath(new URL('../bin/sselint.cjs', import.meta.url));
const node = process.execPath;

if (spawnSync('rg', ['--version']).error) {
  console.error('npm run bench needs ripgrep: apt-get install ripgrep');
  process.exit(2);
}
execFileSync(node, [fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))], { stdio: 'inherit' });

const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpus: cpus().length,
  trees: [],
};
const empty = await median(runs, node, ['-e', '0'], '.');
const version = await median(runs, node, [bin, '--version'], '.');
results.version = { ms: version.ms, nodeMs: empty.ms, ratio: ratio(version.ms, empty.ms) };

for (const files of [1_000, 10_000, 100_000]) {
  writeTree(folder, files);
  const times = files > 10_000 ? 3 : runs;
  const rg = await median(times, 'rg', ['-l', '-i', 's3', '.'], folder);
  const own = await median(times, node, [bin, '.', '--fail-on', 'never'], folder);
  const row = {
    files,
    ms: own.ms,
    mb: own.mb,
    perSecond: Math.round((files / own.ms) * 1000),
    rgMs: rg.ms,
    ratio: ratio(own.ms, rg.ms),
  };
  results.trees.push(row);
  console.log(
    `${files} files: ${own.ms} ms, ${own.mb} MB, ${row.perSecond} files/s; rg ${rg.ms} ms; ratio ${row.ratio}`,
  );
}
console.log(`--version: ${version.ms} ms; node -e 0: ${empty.ms} ms; ratio ${results.version.ratio}`);

writeFileSync(new URL('./results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
writeReadme(results);

function ratio(a, b) {
  return Math.round((a / b) * 10) / 10;
}
