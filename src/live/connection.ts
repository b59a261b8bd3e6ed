import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';

/** Which account is asked, and how. What is not given is found as every AWS tool finds it. */
export interface Connection {
  profile?: string;
  region?: string;
  /** Of S3 and KMS alike: a store of one's own. */
  endpointUrl?: string;
}

/** At once, to S3 and KMS together. */
export const mostConnections = 16;

/** The endpoint as files may hold it: a password in it stays out. */
export function endpointWithoutSecrets({ endpointUrl }: Connection): string | null {
  if (endpointUrl === undefined || !URL.canParse(endpointUrl)) return null;
  const url = new URL(endpointUrl);
  url.username = '';
  url.password = '';
  return url.href;
}

/** The clients of one account, one pair a Region; loaded when first asked for. */
export class Clients {
  private readonly s3ByRegion = new Map<string, Promise<S3Client>>();
  private readonly kmsByRegion = new Map<string, Promise<KMSClient>>();

  /** All clients share their connections. */
  private readonly agents = {
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: mostConnections }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: mostConnections }),
  };

  constructor(readonly connection: Connection) {}

  s3(region = this.home): Promise<S3Client> {
    return kept(this.s3ByRegion, region, async () => {
      const { S3Client } = await import('@aws-sdk/client-s3');
      const own =
        this.connection.endpointUrl !== undefined ||
        process.env.AWS_ENDPOINT_URL !== undefined ||
        process.env.AWS_ENDPOINT_URL_S3 !== undefined;
      return new S3Client({
        ...(await this.options(region)),
        forcePathStyle: own,
        followRegionRedirects: true,
      });
    });
  }

  kms(region = this.home): Promise<KMSClient> {
    return kept(this.kmsByRegion, region, async () => {
      const { KMSClient } = await import('@aws-sdk/client-kms');
      return new KMSClient(await this.options(region));
    });
  }

  /** The Region that is named, or that the environment names. */
  get home(): string {
    return this.connection.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1';
  }

  private async options(region: string) {
    // What the SDK says about Node's age is for its packagers, not for who runs an audit.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const { profile, endpointUrl } = this.connection;
    const { NodeHttpHandler } = await import('@smithy/node-http-handler');
    return {
      region,
      ...(profile !== undefined && { profile }),
      ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
      retryMode: 'adaptive',
      maxAttempts: 6,
      requestHandler: new NodeHttpHandler({
        ...this.agents,
        connectionTimeout: 5_000,
        requestTimeout: 20_000,
        throwOnRequestTimeout: true,
      }),
    };
  }

  async destroy(): Promise<void> {
    for (const client of [...this.s3ByRegion.values(), ...this.kmsByRegion.values()])
      (await client).destroy();
  }
}

function kept<T>(map: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = map.get(name);
  if (known) return known;
  const made = make();
  map.set(name, made);
  return made;
}
