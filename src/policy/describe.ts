import type { Request } from './form.ts';

/** A request as a person says it: "`PutObject` on `arn:…` by `arn:…` over https with `x-amz-…: AES256`". */
export function describe({ action, resource, principal, context }: Request): string {
  const rest = new Map(Object.entries(context));
  const scheme = rest.get('aws:SecureTransport') === 'false' ? 'http' : 'https';
  const version = [...rest].find(([key]) => key.endsWith(':TlsVersion'))?.[1];
  const tls = version === undefined || version === '1.3' ? '' : ` with TLS ${version}`;
  const others = [...rest].filter(
    ([key]) => !/:(SecureTransport|TlsVersion)$/i.test(key) && !saidByPrincipal.test(key),
  );
  const words = others.map(([key, value]) => `\`${headerOf(key)}: ${[value].flat().join(', ')}\``);
  const extra = words.length > 0 ? `${tls ? ' and' : ' with'} ${words.join(', ')}` : '';
  const way = action.startsWith('kms:') ? '' : ` over ${scheme}${tls}`;
  return `\`${action.split(':')[1]}\` on \`${resource}\` by ${nameOf(principal)}${way}${extra}`;
}

const saidByPrincipal = /^aws:principal(arn|account|type|isawsservice|servicename)$|^kms:calleraccount$/i;

const headerOf = (key: string) => key.replace(/^s3(express)?:(?=x-amz-)/, '');

function nameOf(principal: Request['principal']): string {
  if (principal === 'anonymous') return 'anyone, unsigned';
  return `\`${Object.values(principal)[0]}\``;
}
