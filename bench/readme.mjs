import { readFileSync, writeFileSync } from 'node:fs';

const readme = new URL('../README.md', import.meta.url);
const [begin, end] = ['<!-- bench -->', '<!-- /bench -->'];

/** Puts the table of the results between its marks in the README. */
export function writeReadme({ date, node, cpus, trees, version }) {
  const rows = trees.map(
    ({ files, ms, mb, perSecond, rgMs, ratio }) =>
      `| ${number(files)} | ${number(ms)} ms | ${mb} MB | ${number(perSecond)} | ${rgMs} ms | ${ratio} |`,
  );
  const table = [
    '| Files (1 % with S3) | Time | Memory | Files a second | `rg -l -i s3` | Ratio |',
    '|---:|---:|---:|---:|---:|---:|',
    ...rows,
    '',
    `\`sselint --version\` takes ${version.ms} ms, ${version.ratio} times \`node -e 0\`. Measured ${date} on ${cpus} cores with Node ${node}: whole processes, medians; \`npm run bench\`.`,
  ].join('\n');
  const text = readFileSync(readme, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`README.md lacks ${begin} … ${end}`);
  writeFileSync(readme, `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`);
}

function number(value) {
  return value.toLocaleString('en-US');
}
