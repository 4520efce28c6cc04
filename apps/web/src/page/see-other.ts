/** Thrown where the answer is another page of ours: its path, with its query. */
export class SeeOther extends Error {
  constructor(readonly location: string) {
    super(location);
    this.name = 'SeeOther';
  }
}
