/** An error that a retry cannot fix: a mailbox that does not exist, an address that may not be called. */
export class PermanentFault extends Error {}
