#!/usr/bin/env node
'use strict';
// Written so that an old Node can read it too, and loads nothing before it knows what is asked.
var needed = [20, 19];
var version = process.versions.node.split('.').map(Number);
if (version[0] < needed[0] || (version[0] === needed[0] && version[1] < needed[1])) {
  console.error('sselint needs Node ' + needed.join('.') + ' or newer; this is ' + process.version + '.');
  process.exit(2);
}
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  console.log(require('../package.json').version);
} else {
  require('../dist/launch.js');
}
