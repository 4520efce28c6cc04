/** From where something was done to an account, and by whom. */
export interface Origin {
  /** The account that did it; absent where nobody was signed in, or at the command line. */
  readonly by?: string;
  /** An IP address, or `command line`. */
  readonly address: string;
  /** What the browser calls itself. */
  readonly userAgent: string;
}

/** As it is kept: nobody's browser needs more than 300 characters to say what it is. */
export const keptOrigin = ({ by, address, userAgent }: Origin) => ({
  by: by ?? null,
  address: storable(address).slice(0, 100),
  userAgent: storable(userAgent).slice(0, 300),
});

/** Text that PostgreSQL takes: without U+0000, and with lone surrogates replaced. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** Anything that JSON can say, as `jsonb` takes it. Gives a copy. */
export function storableJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (typeof part === 'string') return storable(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [storable(key), inner as unknown]));
  }) as T;
}

/** What names a row in an address may be anything; only this is worth a question. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
