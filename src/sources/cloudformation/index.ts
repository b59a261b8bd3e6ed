import type { Source } from '../source.ts';
import { readCloudFormation } from './read.ts';
import { writeCloudFormation } from './write.ts';

/** CloudFormation templates in YAML and JSON, with SAM, the Serverless Framework and what the CDK synthesised. */
export const cloudformation: Source = {
  name: 'cloudformation',
  takes: (path) => /\.(ya?ml|json|template)$/i.test(path) && !/(^|\/)package(-lock)?\.json$/.test(path),
  tokens: [
    'aws::s3',
    'aws::kms',
    'aws::cloudformation::stack',
    'aws::iam',
    'aws::athena',
    'aws::glue',
    'aws::emr',
    'aws::kinesisfirehose',
    'aws::cloudtrail',
    'aws::code',
    'aws::redshift',
    'aws::dms',
    'aws::sagemaker',
    'deploymentbucket',
  ],
  load: async () => ({ read: readCloudFormation, write: writeCloudFormation }),
};
