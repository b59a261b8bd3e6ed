// Required into a measured process: says at its end how much memory it held at most.
const { writeFileSync } = require('node:fs');
process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS / 1024)));
