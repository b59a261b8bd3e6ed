import { certificate } from './certificate.ts';
import { freePort, launch, type Server } from './server.ts';

export interface MinistackOptions {
  tls?: boolean;
  /** Enforces IAM and bucket policies. The credentials `test`/`test` are the root's, which nothing denies: see `user.ts`. */
  auth?: boolean;
  services?: string[];
}

export async function startMinistack(options: MinistackOptions = {}): Promise<Server> {
  const port = await freePort();
  const tls = options.tls ? certificate() : undefined;
  return launch({
    name: 'ministack',
    port,
    args: ['ministack'],
    env: {
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      SERVICES: (options.services ?? ['s3', 'kms', 'iam', 'sts']).join(','),
      LOG_LEVEL: 'WARNING',
      AUTH: String(options.auth ?? false),
      ...(tls && { USE_SSL: '1', MINISTACK_SSL_CERT: tls.certFile, MINISTACK_SSL_KEY: tls.keyFile }),
    },
    certificate: tls,
    healthPath: '/_ministack/health',
    resetPath: '/_ministack/reset',
  });
}
