import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadRules } from '../../src/rules/load.ts';

describe('npm run new-rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sselint-new-'));
  const run = (id: string) =>
    spawnSync(process.execPath, [resolve('scripts/new-rule.mjs'), id], { cwd: folder, encoding: 'utf8' });
  after(() => rmSync(folder, { recursive: true }));

  it('makes a rule that can be read, with examples to fill in', async function () {
    this.timeout(20_000);
    assert.equal(run('bucket/my-own').status, 0);
    const { rules, faults } = await loadRules(join(folder, 'rules'));
    assert.deepEqual([rules.map((rule) => rule.id), faults], [['bucket/my-own'], []]);
    assert.deepEqual(
      readdirSync(join(folder, 'rules/bucket/my-own')).filter((name) => name.startsWith('bad')),
      ['bad.tf', 'bad.yaml'],
    );
  });
  it('takes no kind that there is not, and overwrites nothing', function () {
    this.timeout(20_000);
    assert.match(run('buckets/x').stderr, /kind is one of request, client/);
    assert.match(run('bucket/my-own').stderr, /is there already/);
  });
});
