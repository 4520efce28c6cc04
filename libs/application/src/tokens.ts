/** The instant at which a command is given. */
export type Clock = () => Date;

export const EVENT_STORE = Symbol('EventStore');
export const READER = Symbol('Reader');
export const CLOCK = Symbol('Clock');
export const ARCHIVE = Symbol('Archive');
