import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, openSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { UsageError } from './usage-error.ts';

interface Flags {
  format: Form | 'aws-cli';
  output?: string;
  stdout?: boolean;
}

const header = 'x-amz-server-side-encryption-customer';
const standardFile = 'sse-c.key';

/** The key as base64 of 32 bytes, and base64 of their MD5 (S3 user guide, ServerSideEncryptionCustomerKeys). */
const forms = {
  headers: (key: string, md5: string) =>
    `${header}-algorithm: AES256\n${header}-key: ${key}\n${header}-key-MD5: ${md5}\n`,
  's3-sync': (key: string, md5: string) =>
    `-RequestHeaders "${header}-algorithm:AES256|${header}-key:${key}|${header}-key-MD5:${md5}"\n`,
  env: (key: string, md5: string) => `SSE_C_ALGORITHM=AES256\nSSE_C_KEY=${key}\nSSE_C_KEY_MD5=${md5}\n`,
};
type Form = keyof typeof forms;

/** `sselint keygen`: a new SSE-C key, into a file that nobody else may read. */
export function registerKeygen(program: Command): void {
  const format = new Option(
    '-f, --format <name>',
    'how it is written; aws-cli: the raw key, and the flags that name its file',
  );
  program
    .command('keygen')
    .description('make an SSE-C key with its MD5, in a file that only you may read')
    .addOption(format.choices([...Object.keys(forms), 'aws-cli']).default('headers'))
    .option('-o, --output <file>', `a file that there is not yet (default: ${standardFile})`)
    .option('--stdout', 'print the key instead; on a terminal it stays in the scroll-back')
    .action(({ format, output = standardFile, stdout }: Flags) => {
      const raw = randomBytes(32);
      if (format === 'aws-cli') return forAwsCli(raw, output, stdout);
      const text = forms[format](raw.toString('base64'), createHash('md5').update(raw).digest('base64'));
      if (stdout) process.stdout.write(text);
      else save(output, text);
    });
}

/** The AWS CLI takes the raw bytes, and computes their MD5 (aws-cli, `s3 cp help`: "should not be base64 encoded"). */
function forAwsCli(raw: Buffer, output: string, stdout: boolean | undefined): void {
  if (stdout) throw new UsageError('keygen: the AWS CLI reads a raw key from a file: expected --output FILE');
  save(output, raw);
  process.stdout.write(`--sse-c AES256 --sse-c-key fileb://${output}\n`);
}

function save(path: string, content: string | Buffer): void {
  write(path, content);
  process.stderr.write(`wrote a new key to ${path}. S3 keeps no copy: without it the objects are lost\n`);
}

function write(path: string, content: string | Buffer): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'EEXIST' ? `keygen: ${path} is there already` : `keygen: ${message}`);
  }
  try {
    fchmodSync(descriptor, 0o600);
    writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}
