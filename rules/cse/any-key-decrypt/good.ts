import { KmsKeyringNode, buildClient } from '@aws-crypto/client-node';

const { decrypt } = buildClient();
const keyIds = ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'];

export const read = (data: Uint8Array) => decrypt(new KmsKeyringNode({ keyIds }), data);
