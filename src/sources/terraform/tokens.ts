/** Words without one of which a Terraform file says nothing of S3, KMS or a module that may. */
export const tokens = ['s3', 'kms', 'module', 'encrypt'];

export const screen = new RegExp(tokens.join('|'), 'i');
