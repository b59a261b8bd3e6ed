'use strict';
// Prints what failed, and leaves the counts in a file for the sum of all suites. Also used inside the editor.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Counts extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const log = (text) => reporters.Base.consoleLog(text);
    runner.on('fail', (test) => log(`  ✗ ${test.fullTitle()}`));
    runner.on('pending', (test) => log(`  – skipped: ${test.fullTitle()}`));
    runner.once('end', () => {
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      const { passes, failures, pending } = this.stats;
      const counts = { passed: passes, failed: failures, skipped: pending };
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
    });
  }
};
