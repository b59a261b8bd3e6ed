import { KmsKeyringNode, buildClient } from '@aws-crypto/client-node';

const { decrypt } = buildClient();

export const read = (data: Uint8Array) => decrypt(new KmsKeyringNode({ discovery: true }), data); // want "decrypted with whatever KMS key they name"
