/**
 * What calls and parameters mean. Sources collect S3's own member names; here they become facts.
 *
 * - `requestFact({operation, members, …})`: a request from members by S3's names (`ServerSideEncryption`, `SSECustomerKey`, …).
 * - `readProgram(program, options)`: a program in the expression form → facts, by the data in `data/*.json`.
 * - `encryptionFields`, `customerKeyFields`, `transportFields`, `sensitiveEntries`: the derived leaves of one group.
 */
export { bucketEncryption, configurationFact } from './configure.ts';
export { customerKeyFields, type KeyHandling } from './customer-key.ts';
export { encryptionFields } from './encryption.ts';
export { headerOfMember, memberOfHeader, misspelledHeaders } from './headers.ts';
export { canonical, type Members, memberOfPath, memberPaths } from './members.ts';
export { operation, operationOfMethod } from './operations.ts';
export { mayConcern, readProgram } from './program.ts';
export { type RequestGiven, requestFact } from './request.ts';
export type { Sdk } from './sdk.ts';
export { sensitiveEntries } from './sensitive.ts';
export type { Meaning, Settings } from './setting.ts';
export { settings } from './settings.ts';
export { sdkNamed, spelled } from './spelling.ts';
export type { Flag, Subcommand, Tool } from './tool.ts';
export { toolNamed, toolOfProgram, tools } from './tools.ts';
export { type Connection, hostClassOf, hostOf, noConnection, transportFields } from './transport.ts';
