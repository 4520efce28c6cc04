/** Thrown where the answer is another page: its path, with its query, or the address of an OpenID provider. */
export class SeeOther extends Error {
  constructor(readonly location: string) {
    super(location);
    this.name = 'SeeOther';
  }
}
