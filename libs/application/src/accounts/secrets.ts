// Secrets that somebody else holds. What is stored is their hash, so that whoever reads the database cannot use them.
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance, as an address and a cookie can carry them (base64url). */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
