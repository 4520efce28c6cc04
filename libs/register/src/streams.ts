// Names of the streams. A body's slug is lower case and a state's code upper case, so a name is read back one way only.

export const membershipStream = (body: string, state: string): string => `membership-${body}-${state}`;
export const bodyStream = (slug: string): string => `body-${slug}`;
export const stateStream = (code: string): string => `state-${code}`;
export const sourceStream = (id: string): string => `source-${id}`;
export const contactStream = (id: string): string => `contact-${id}`;

const MEMBERSHIP = /^membership-([a-z0-9-]+?)-([A-Z].*)$/;

/** Body and state of a membership stream; undefined for any other stream. */
export function membershipOf(streamId: string): { body: string; state: string } | undefined {
  const match = MEMBERSHIP.exec(streamId);
  return match ? { body: match[1] as string, state: match[2] as string } : undefined;
}
