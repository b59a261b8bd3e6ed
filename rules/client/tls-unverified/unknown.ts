import { Agent } from 'node:https';
import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';

export const client = (strict: boolean) =>
  new S3Client({ requestHandler: new NodeHttpHandler({ httpsAgent: new Agent({ rejectUnauthorized: strict }) }) });
