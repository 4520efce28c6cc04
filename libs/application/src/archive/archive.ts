// Stored copies of sources: content-addressed, so that the event that names one also proves it.
import type pg from 'pg';
import type { Reader } from '#read-models';

/** The most that a copy may hold. */
export const MOST_BYTES = 10_000_000;

export class Archive {
  constructor(
    private readonly writer: pg.Pool,
    private readonly reader: Reader,
  ) {}

  /** Keeps a copy and gives its SHA-256 in lower-case hexadecimal. The same bytes are kept once. */
  async keep(bytes: Uint8Array): Promise<string> {
    if (bytes.length === 0 || bytes.length > MOST_BYTES) {
      throw new RangeError(`a copy has 1 to ${String(MOST_BYTES)} bytes, not ${String(bytes.length)}`);
    }
    const { rows } = await this.writer.query<{ sha256: string }>('select archive.keep($1) as sha256', [
      Buffer.from(bytes),
    ]);
    return rows[0]?.sha256 ?? '';
  }

  /** The bytes of a copy; undefined where there is none. */
  async find(sha256: string): Promise<Buffer | undefined> {
    const rows = await this.reader.query<{ bytes: Buffer }[]>(
      'select bytes from archive.copy where sha256 = $1',
      [sha256],
    );
    return rows[0]?.bytes;
  }
}
