/** A fault that trying again cannot mend: a mailbox that does not exist, an address that may not be asked. */
export class PermanentFault extends Error {}
