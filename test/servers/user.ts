import { readFileSync } from 'node:fs';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { Server } from './server.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** An IAM user of ministack with one policy, so that `auth: true` has someone to deny. */
export async function createUser(server: Server, name: string, policy: object): Promise<Credentials> {
  await iam(server, { Action: 'CreateUser', UserName: name });
  const document = JSON.stringify({ Version: '2012-10-17', ...policy });
  await iam(server, {
    Action: 'PutUserPolicy',
    UserName: name,
    PolicyName: 'only',
    PolicyDocument: document,
  });
  const answer = await iam(server, { Action: 'CreateAccessKey', UserName: name });
  return { accessKeyId: tag(answer, 'AccessKeyId'), secretAccessKey: tag(answer, 'SecretAccessKey') };
}

/** The signature is left out: ministack checks none of the root's. */
function iam(server: Server, form: Record<string, string>): Promise<string> {
  const send = server.caFile ? https : http;
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `AWS4-HMAC-SHA256 Credential=test/${day}/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0`,
  };
  return new Promise((done, fail) => {
    const ca = server.caFile && readFileSync(server.caFile);
    const call = send(server.endpoint, { method: 'POST', ca, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => (answer.statusCode === 200 ? done(text) : fail(new Error(text))));
    });
    call.on('error', fail);
    call.end(new URLSearchParams({ Version: '2010-05-08', ...form }).toString());
  });
}

function tag(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]+)<`).exec(xml)?.[1];
  if (!found) throw new Error(`no ${name} in ${xml}`);
  return found;
}
