import type { Request } from './form.ts';

const options: Record<string, string> = {
  's3:x-amz-server-side-encryption': '--server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id': '--ssekms-key-id',
  's3:x-amz-storage-class': '--storage-class',
  's3:x-amz-acl': '--acl',
  's3:prefix': '--prefix',
};

const calls: Record<string, string> = {
  's3:GetObject': 'get-object',
  's3:PutObject': 'put-object',
  's3:ListBucket': 'list-objects-v2',
  's3:DeleteObject': 'delete-object',
  's3:GetObjectVersion': 'get-object',
  's3:GetObjectAcl': 'get-object-acl',
  's3:GetBucketLocation': 'get-bucket-location',
};

/** The request as a command of the AWS CLI, to be run as its principal; undefined where it has no short one. */
export function commandOf({ action, resource, principal, context }: Request): string | undefined {
  const call = calls[action];
  const [bucket = '', ...path] = resource.split(':::')[1]?.split('/') ?? [];
  if (!call || !bucket) return undefined;
  const words = ['aws', 's3api', call, '--bucket', bucket];
  if (path.length > 0) words.push('--key', path.join('/'));
  if (call === 'put-object') words.push('--body', 'report.csv');
  for (const [key, value] of Object.entries(context)) {
    const option = options[key];
    if (option) words.push(option, String(value));
  }
  if (context['s3:x-amz-server-side-encryption-customer-algorithm']) {
    words.push('--sse-customer-algorithm', 'AES256', '--sse-customer-key', '"$KEY"');
  }
  if (context['aws:SecureTransport'] === 'false') words.push('--endpoint-url', 'http://s3.amazonaws.com');
  if (principal === 'anonymous') words.push('--no-sign-request');
  if (call === 'get-object') words.push('report.csv');
  return words.join(' ');
}
