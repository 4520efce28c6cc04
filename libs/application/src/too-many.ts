/** Whoever asks has asked too often, and may ask again after so many seconds. */
export class TooMany extends Error {
  constructor(readonly seconds: number) {
    super(`Too many requests; again in ${String(seconds)} s.`);
    this.name = 'TooMany';
  }
}
