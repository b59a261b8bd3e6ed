import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  certFile: string;
  keyFile: string;
}

let made: Certificate | undefined;

/** A certificate for this machine that signs itself, made once a process and good for a day. */
export function certificate(): Certificate {
  if (!made) {
    const folder = mkdtempSync(join(tmpdir(), 'sselint-tls-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    made = make(folder);
  }
  return made;
}

function make(folder: string): Certificate {
  const certFile = join(folder, 'cert.pem');
  const keyFile = join(folder, 'key.pem');
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '1',
      ],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', keyFile, '-out', certFile],
    ],
    { stdio: 'pipe' },
  );
  return { certFile, keyFile };
}
