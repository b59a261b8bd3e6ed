import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { headerOfMember } from '../sdks/index.ts';

/** Words of the wire that are offered where the text before the cursor asks for them. */
const offers: { after: RegExp; words: Record<string, string> }[] = [
  {
    after: /(server[_-]?side[_-]?encryption|sse[_-]?algorithm)["']?\s*[:=(]+\s*["'][\w:-]*$/i,
    words: {
      AES256: 'SSE-S3: keys that S3 owns',
      'aws:kms': 'SSE-KMS: a key in AWS KMS',
      'aws:kms:dsse': 'DSSE-KMS: two layers under a key in AWS KMS',
    },
  },
  {
    after: /["']x-amz-[\w-]*$/i,
    words: Object.fromEntries(Object.entries(headerOfMember).map(([member, header]) => [header, member])),
  },
  {
    after: /["'](s3|aws):[\w-]*$/i,
    words: {
      'aws:SecureTransport': 'whether the request came over TLS; always there',
      's3:TlsVersion': 'the version of TLS; absent over http',
      's3:x-amz-server-side-encryption': "the request's encryption header; absent where it names none",
      's3:x-amz-server-side-encryption-aws-kms-key-id': "the ARN of the request's KMS key",
      's3:x-amz-server-side-encryption-customer-algorithm': 'there only on SSE-C requests',
    },
  },
];

/** `before` is the text of the line up to the cursor. */
export function completionsFor(before: string): CompletionItem[] {
  return offers
    .filter(({ after }) => after.test(before))
    .flatMap(({ words }) =>
      Object.entries(words).map(([label, detail]) => ({
        label,
        detail,
        kind: CompletionItemKind.EnumMember,
      })),
    );
}
