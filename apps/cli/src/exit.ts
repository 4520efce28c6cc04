/** What the exit code says. */
export const EXIT = { done: 0, refused: 1, usage: 2, cannotStart: 3, differs: 4 } as const;

/** Ends the command with a line for the user and an exit code. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
    this.name = 'CliError';
  }
}
