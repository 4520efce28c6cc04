/** What comes with every command besides what it asks for: who, why, and how to make it safe to repeat. */
export interface Envelope {
  /** Who gives the command: `officer:amina`, `cli:root`, `loader:demo`. */
  readonly actor: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly batchId?: string;
  /** A key that is used once: a second command with it yields the first one's outcome. */
  readonly idempotencyKey?: string;
  /** The version of the stream that the giver has seen; the command is refused if it has moved on. */
  readonly expectedVersion?: number;
  /** The id of the event that the command yields, where it follows from the giver's own record (an import's row). */
  readonly eventId?: string;
}

/** What a command came to. */
export interface Outcome {
  /** The position after which the register shows it: of its last event, or the head where nothing was new. */
  readonly position: number;
  /** Version of the stream. */
  readonly version: number;
  /** Ids of the events that it yielded; empty where all was recorded already. */
  readonly events: readonly string[];
}
