import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { UsageError } from './usage-error.ts';

const file = 'sselint.config.yaml';

const template = `# What sselint asks of this repository. Every key: npx sselint --help, or the schema below.
# yaml-language-server: $schema=node_modules/sselint/schemas/config.schema.json

# recommended: only what is wrong or dangerous. kms: data under customer managed keys. strict: everything explicit.
preset: recommended

# Severity, or severity and options, of single rules (npx sselint rules lists them).
# rules:
#   request/sse-c-used: error
#   key/rotation-period: { severity: warning, options: { maximumDays: 365 } }

# Tests and documentation show mistakes on purpose, and hold keys that open nothing.
overrides:
  - files: ['test/**', 'tests/**', '**/__tests__/**', '**/*.test.*', '**/*_test.*', '**/*.spec.*']
    rules:
      request/sse-c-literal-key: info
      cse/literal-key: info
      client/plain-http: info
      client/tls-unverified: info
  - files: ['docs/**', '**/*.md', '**/*.rst', 'examples/**']
    rules:
      request/sse-c-literal-key: info
      client/plain-http: info

# The KMS keys that fixes write: the first that fits the bucket's Region.
# keys: ['arn:aws:kms:eu-central-1:111122223333:key/…']

# What is known of buckets that no template here declares.
# buckets:
#   customer-uploads: { region: eu-central-1, encryption: { mode: SSE-KMS } }

# S3 endpoints of your own, by host: aws, public, private, loopback or website.
# endpoints:
#   storage.example.com: private

# Other scanners whose suppressions count here too.
# honourSuppressions: [checkov, trivy, tfsec, kics, cfn-nag, cfn-guard, cdk-nag]

# Findings that are not reported until they change: npx sselint baseline create
# baseline: .sselint-baseline.json
`;

/** `sselint init`: a configuration to begin with. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description(`write a ${file} with comments, to begin with`)
    .action(() => {
      if (existsSync(file)) throw new UsageError(`there is a ${file} already`);
      writeFileSync(file, template, { flag: 'wx' });
      process.stdout.write(`wrote ${file}\n`);
    });
}
