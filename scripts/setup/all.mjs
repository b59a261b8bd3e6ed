// Everything that the tests need, besides node_modules. The compilers run beside the downloads.
import { debian } from './debian.mjs';
import { editor } from './editor.mjs';
import { hcl } from './hcl.mjs';
import { packages } from './packages.mjs';
import { python } from './python.mjs';
import { pythonPackages } from './python-packages.mjs';

const system = debian();
const done = await Promise.all([
  system,
  system.then(python),
  system.then(pythonPackages),
  system.then(editor),
  hcl(),
  packages(),
]);
if (done.includes(false)) process.exitCode = 1;
