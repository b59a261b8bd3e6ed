/** A call as the proxy sees it. */
export interface Call {
  method: string;
  path: string;
  service: 's3' | 'kms' | 'iam' | 'sts';
  /** What a pattern is matched with: `GET /bucket?encryption` or `kms DescribeKey`. */
  label: string;
}

export type FaultKind =
  /** 503 SlowDown, of KMS 400 ThrottlingException. */
  | 'throttle'
  /** 500 InternalError. */
  | 'error'
  /** The connection is cut before the call reaches the server. */
  | 'cut'
  /** The server carries the call out, and the connection is cut before its answer. */
  | 'cutAnswer'
  /** The answer comes, `ms` later. */
  | 'delay'
  /** 403 AccessDenied, of KMS 400 AccessDeniedException. */
  | 'deny'
  /** 501 NotImplemented, as S3-compatible stores answer. */
  | 'unsupported'
  /** 405 with a page that is not S3's XML, as some gateways answer. */
  | 'foreign';

export interface Fault {
  kind: FaultKind;
  /** Default: every call. */
  when?: RegExp;
  /** Share of the matching calls, default 1. */
  ratio?: number;
  /** Matching calls that are let through first, default 0. */
  after?: number;
  /** At most so many faults, default no limit. */
  times?: number;
  /** Of a delay, default 1000. */
  ms?: number;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function answerOf(kind: FaultKind, call: Call): Answer | undefined {
  const text = texts[kind];
  if (!text) return undefined;
  if (kind === 'foreign') return { status: 405, headers: { 'content-type': 'text/html' }, body: text.s3 };
  if (call.service === 'kms') return kmsAnswer(kind, call, text);
  return {
    status: text.status,
    headers: { 'content-type': 'application/xml' },
    body: xml(text.s3, text.message),
  };
}

interface Text {
  status: number;
  s3: string;
  kms: string;
  message: string;
}

const texts: Partial<Record<FaultKind, Text>> = {
  throttle: {
    status: 503,
    s3: 'SlowDown',
    kms: 'ThrottlingException',
    message: 'Please reduce your request rate.',
  },
  error: {
    status: 500,
    s3: 'InternalError',
    kms: 'KMSInternalException',
    message: 'We encountered an internal error.',
  },
  deny: { status: 403, s3: 'AccessDenied', kms: 'AccessDeniedException', message: 'Access Denied' },
  unsupported: {
    status: 501,
    s3: 'NotImplemented',
    kms: 'UnsupportedOperationException',
    message: 'A header or query you provided implies functionality that is not implemented.',
  },
  foreign: {
    status: 405,
    s3: '<html><body><h1>405 Method Not Allowed</h1></body></html>',
    kms: '',
    message: '',
  },
};

function kmsAnswer(kind: FaultKind, call: Call, text: Text): Answer {
  const action = call.label.split(' ')[1];
  const message =
    kind === 'deny'
      ? `User: arn:aws:iam::000000000000:user/test is not authorized to perform: kms:${action} on this resource because no identity-based policy allows the kms:${action} action`
      : text.message;
  return {
    status: kind === 'error' ? 500 : 400,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': text.kms },
    body: JSON.stringify({ __type: text.kms, message }),
  };
}

const xml = (code: string, message: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>FAULT</RequestId><HostId>proxy</HostId></Error>`;
