/** How a manifest's language names its packages. */
export type Ecosystem = 'maven' | 'pypi' | 'npm' | 'nuget' | 'go' | 'cargo';

/** A library that encrypts on the client, and the first of its versions that binds objects to their data keys. */
export interface EncryptionPackage {
  ecosystem: Ecosystem;
  name: string;
  library: string;
  /** `major.minor.patch`. */
  fixed: string;
}

/**
 * Sources: AWS-2025-032 and the changelog of the S3 Encryption Client; "About versions of the AWS Encryption SDK".
 * Of the SDKs of PHP, Ruby and C++ encryption is but a part: a version alone does not say that it is used.
 */
export const packages: EncryptionPackage[] = [
  {
    ecosystem: 'maven',
    name: 'software.amazon.encryption.s3:amazon-s3-encryption-client-java',
    library: 's3-encryption-client',
    fixed: '4.0.0',
  },
  {
    ecosystem: 'go',
    name: 'github.com/aws/amazon-s3-encryption-client-go',
    library: 's3-encryption-client',
    fixed: '4.0.0',
  },
  {
    ecosystem: 'maven',
    name: 'com.amazonaws:aws-encryption-sdk-java',
    library: 'encryption-sdk',
    fixed: '2.0.0',
  },
  { ecosystem: 'pypi', name: 'aws-encryption-sdk', library: 'encryption-sdk', fixed: '2.0.0' },
  { ecosystem: 'npm', name: '@aws-crypto/client-node', library: 'encryption-sdk', fixed: '2.0.0' },
  { ecosystem: 'npm', name: '@aws-crypto/client-browser', library: 'encryption-sdk', fixed: '2.0.0' },
];
