/** Why the house does not start, for who started it: said in one line, without the place in the code. */
export class Refusal extends Error {
  override name = 'Refusal';
}
