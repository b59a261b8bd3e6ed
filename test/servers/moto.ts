import { certificate } from './certificate.ts';
import { freePort, launch, type Server } from './server.ts';

export async function startMoto(options: { tls?: boolean } = {}): Promise<Server> {
  const port = await freePort();
  const tls = options.tls ? certificate() : undefined;
  return launch({
    name: 'moto',
    port,
    args: [
      ...['moto_server', '-H', '127.0.0.1', '-p', String(port)],
      ...(tls ? ['-c', tls.certFile, '-k', tls.keyFile] : []),
    ],
    certificate: tls,
    healthPath: '/moto-api/data.json',
    resetPath: '/moto-api/reset',
  });
}
