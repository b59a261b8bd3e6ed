// What the tests need of the system: a browser, a second editor, headers for code-server's native modules.
import { existsSync } from 'node:fs';
import { run, succeeds } from './run.mjs';
import { step } from './step.mjs';

const packages = {
  chromium: ['sh', '-c', 'chromium --version || google-chrome --version'],
  neovim: ['nvim', '--version'],
  ripgrep: ['rg', '--version'],
  'pkg-config': ['pkg-config', '--version'],
  'libkrb5-dev': ['pkg-config', '--exists', 'krb5'],
  'libsecret-1-dev': ['pkg-config', '--exists', 'libsecret-1'],
  'g++': ['g++', '--version'],
  make: ['make', '--version'],
  openssl: ['openssl', 'version'],
  'python3-venv': ['python3', '-c', 'import venv, ensurepip'],
};

export const debian = await step(import.meta.url, 'system packages', async () => {
  const missing = await lacking();
  if (missing.length === 0) return false;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    throw new Error(`please install ${missing.join(' ')} (apt-get install …, as root)`);
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  return `installed ${missing.join(', ')}`;
});

async function lacking() {
  const found = await Promise.all(
    Object.values(packages).map(([command, ...args]) => succeeds(command, args)),
  );
  return Object.keys(packages).filter((_, at) => !found[at]);
}
