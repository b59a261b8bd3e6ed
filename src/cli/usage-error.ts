/** Something the user asked for that cannot be done; the message says what would be accepted. */
export class UsageError extends Error {}
