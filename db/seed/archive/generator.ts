/** The version of the generator: raise it when an archive would get other rows. */
export const GENERATOR = 1;
