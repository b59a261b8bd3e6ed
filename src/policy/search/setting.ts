/** What is known of the thing a policy is attached to. */
export interface Setting {
  bucketArn?: string;
  keyArn?: string;
  /** The account it belongs to. */
  account?: string;
  /** Whether the bucket defaults to a bucket key: the encryption context is then the bucket's ARN. */
  bucketKey?: boolean;
  region?: string;
}
