import type { TroubleCode } from '../words/troubles.js';

/** A request that is answered with an error page. */
export class Trouble extends Error {
  constructor(
    readonly code: TroubleCode,
    /** Sentences about single parameters or fields, each ready to be read. */
    readonly details: readonly string[] = [],
    /** What may have been meant, each with its address. */
    readonly near: readonly Near[] = [],
  ) {
    super(code);
    this.name = 'Trouble';
  }
}

export interface Near {
  readonly href: string;
  readonly name: string;
}
