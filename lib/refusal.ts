/** Why the server does not start; shown in one line without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}
