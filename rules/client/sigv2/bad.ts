import AWS from 'aws-sdk';

export const s3 = new AWS.S3({
  signatureVersion: 'v2', // want "signature version 2"
});
