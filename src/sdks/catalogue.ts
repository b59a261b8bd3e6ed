import jsV3 from './data/aws-sdk-js-v3.json' with { type: 'json' };
import boto3 from './data/boto3.json' with { type: 'json' };
import type { Sdk } from './sdk.ts';

/** Every SDK that is known; adding one is adding a file and a row here. */
export const sdks: Sdk[] = [jsV3, boto3] as Sdk[];
