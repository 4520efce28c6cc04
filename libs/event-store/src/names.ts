const NAME = /^[A-Za-z0-9._:-]{1,200}$/;
const LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,200}$/u;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/** 1 to 200 of `A-Z a-z 0-9 . _ : -`: what names a stream, a type or an idempotency key. */
export const isName = (value: unknown): boolean => typeof value === 'string' && NAME.test(value);

/** 1 to 200 characters on one line, in any script: what may name an actor. */
export const isLine = (value: unknown): boolean => typeof value === 'string' && LINE.test(value);

export const isUuid = (value: string): boolean => UUID.test(value);

/** Whether PostgreSQL's jsonb can hold the text: it has no NUL and no lone surrogate. */
export const isStorableText = (text: string): boolean => !UNSTORABLE.test(text);
