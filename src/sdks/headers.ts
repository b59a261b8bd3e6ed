/** S3's request headers and form fields (lower case), and the member of the API that each is (AWS's S3 API model). */
export const memberOfHeader: Record<string, string> = {
  'x-amz-server-side-encryption': 'ServerSideEncryption',
  'x-amz-server-side-encryption-aws-kms-key-id': 'SSEKMSKeyId',
  'x-amz-server-side-encryption-context': 'SSEKMSEncryptionContext',
  'x-amz-server-side-encryption-bucket-key-enabled': 'BucketKeyEnabled',
  'x-amz-server-side-encryption-customer-algorithm': 'SSECustomerAlgorithm',
  'x-amz-server-side-encryption-customer-key': 'SSECustomerKey',
  'x-amz-server-side-encryption-customer-key-md5': 'SSECustomerKeyMD5',
  'x-amz-copy-source-server-side-encryption-customer-algorithm': 'CopySourceSSECustomerAlgorithm',
  'x-amz-copy-source-server-side-encryption-customer-key': 'CopySourceSSECustomerKey',
  'x-amz-copy-source-server-side-encryption-customer-key-md5': 'CopySourceSSECustomerKeyMD5',
  'x-amz-copy-source': 'CopySource',
  'x-amz-metadata-directive': 'MetadataDirective',
  'x-amz-storage-class': 'StorageClass',
  'x-amz-tagging': 'Tagging',
};

export const headerOfMember: Record<string, string> = Object.fromEntries(
  Object.entries(memberOfHeader).map(([header, member]) => [member, header]),
);

/** A header that AWS's own documentation prints and S3 does not know, and the right one. */
export const misspelledHeaders: Record<string, string> = {
  'x-amz-server-side-encryption-aws-bucket-key-enabled': 'x-amz-server-side-encryption-bucket-key-enabled',
};
