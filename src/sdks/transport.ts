import { absent, combine, isWritten, type Known, known, mapArms, type Value } from '../model/value.ts';

/** What an S3 client's options say about how it connects. */
export interface Connection {
  /** A URL or a bare host. */
  endpoint: Value;
  /** False: plain http (`use_ssl=False`); only where the endpoint names no scheme. */
  secure: Value;
  /** False: certificates are not checked. */
  verified: Value;
}

export const noConnection: Connection = { endpoint: absent, secure: absent, verified: absent };

/** The leaves of a `transport` group. `endpoints` is the configuration's host → hostClass. */
export function transportFields(
  given: Connection,
  endpoints: Record<string, string> = {},
): Record<string, Value> {
  const host = mapArms(given.endpoint, (value) =>
    value.is === 'known' ? toKnown(hostOf(String(value.value)), value) : value,
  );
  const hostClass = mapArms(host, (value) => {
    if (value.is === 'known') return toKnown(hostClassOf(String(value.value), endpoints), value);
    return value.is === 'absent' ? known('aws') : value;
  });
  const fields = {
    'transport.scheme': schemeFor(given),
    'transport.host': host,
    'transport.hostClass': hostClass,
  };
  return isWritten(given.verified) ? { ...fields, 'transport.verified': given.verified } : fields;
}

function toKnown(text: string | undefined, at: Value): Value {
  return text === undefined ? absent : known(text, { place: at.place });
}

function schemeFor(given: Connection): Value {
  return combine(given.endpoint, given.secure, (endpoint, secure) => {
    const written = endpoint.is === 'known' && /^(https?):/i.exec(String(endpoint.value))?.[1];
    if (endpoint.is === 'known' && written)
      return known(written.toLowerCase(), {
        place: schemePlace(endpoint),
        name: endpoint.name,
        entry: endpoint.entry,
      });
    if (endpoint.is === 'unknown') return endpoint;
    if (secure.is === 'known')
      return known(secure.value === false ? 'http' : 'https', {
        place: secure.place,
        name: secure.name,
        entry: secure.entry,
      });
    return secure.is === 'absent' ? known('https') : secure;
  });
}

/** The scheme's own letters, where the URL is written out in quotes. */
function schemePlace(endpoint: Known) {
  const { place, value } = endpoint;
  if (!place) return undefined;
  const quotes = place.end - place.start - String(value).length;
  if (quotes !== 2 && quotes !== 0) return place;
  const start = place.start + quotes / 2;
  return { ...place, start, end: start + String(value).indexOf(':') };
}

export function hostOf(endpoint: string): string | undefined {
  const host = endpoint
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .split(/[/?#]/)[0]!;
  const plain = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.replace(/:.*$/, '');
  return plain === '' ? undefined : plain.toLowerCase();
}

const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/;
const website = /s3-website[.-]/;
const aws = /(^|\.)(amazonaws\.com(\.cn)?|amazonaws-us-gov\.com|api\.aws|on\.aws)$/;
const privateHost =
  /^([^.:]+|.*\.(local|internal|lan|intranet|corp|home|test|localdomain)|.*\.svc(\..*)?|host\.docker\.internal|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[?f[cd][0-9a-f:]+\]?)$/;

/** RFC 1918 and single labels are private; S3's website endpoints speak http only. */
export function hostClassOf(host: string, endpoints: Record<string, string> = {}): string {
  const configured = endpoints[host];
  if (configured) return configured;
  if (loopback.test(host)) return 'loopback';
  if (website.test(host)) return 'website';
  if (aws.test(host)) return 'aws';
  return privateHost.test(host) ? 'private' : 'public';
}
