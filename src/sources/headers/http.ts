/** S3's REST API: which operation a request line is, and what of its URL is bucket and key. */
export interface Target {
  host: string;
  bucket?: string;
  key?: string;
  query: string;
}

const virtual =
  /^(?:(?<bucket>[a-z0-9][a-z0-9.-]*)\.)?s3(?:express-[a-z0-9-]+|-website|-accesspoint|-accelerate|-fips)?(?:[.-](?:dualstack\.)?[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/i;

/** A URL or `Host` with path; undefined where the host is not written out. */
export function targetOf(url: string): Target | undefined {
  const found = /^(?:https?:\/\/)?(?<host>[^/?#\s]+)(?:\/(?<path>[^?#\s]*))?(?:\?(?<query>[^#\s]*))?/i.exec(
    url,
  );
  if (!found?.groups?.host) return undefined;
  const { host, path = '', query = '' } = found.groups;
  const aws = virtual.exec(host);
  if (!aws) return { host, query };
  const { bucket } = aws.groups!;
  if (bucket) return { host, bucket, query, ...(path && { key: path }) };
  const [first, ...key] = path.split('/');
  return { host, query, ...(first && { bucket: first }), ...(key.join('/') && { key: key.join('/') }) };
}

export function isS3(url: string): boolean {
  return virtual.test(targetOf(url)?.host ?? '');
}

/** Query parameters that name another thing than the object's data. */
const subresources =
  /(?:^|&)(?:acl|tagging|policy|versioning|encryption|lifecycle|cors|retention|legal-hold|torrent|restore|delete|location|logging|notification|replication|website|attributes|select)(?:=|&|$)/;

/** Undefined where it is not an operation on an object's data, or cannot be told. */
export function operationOf(method: string, query: string, copies: boolean): string | undefined {
  if (subresources.test(query)) return undefined;
  const isPart = /(?:^|&)partNumber=/i.test(query);
  switch (method.toUpperCase()) {
    case 'PUT':
      if (isPart) return copies ? 'UploadPartCopy' : 'UploadPart';
      return copies ? 'CopyObject' : 'PutObject';
    case 'GET':
      return 'GetObject';
    case 'HEAD':
      return 'HeadObject';
    case 'POST':
      if (/(?:^|&)uploads(?:=|&|$)/.test(query)) return 'CreateMultipartUpload';
      return /(?:^|&)uploadId=/i.test(query) ? 'CompleteMultipartUpload' : 'PostObject';
    default:
      return undefined;
  }
}
