// Forms that somebody has begun. Nobody sees another's: it is as if it were not there.
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../tokens.js';
import { DraftEntity, type Draft } from './draft.table.js';
import { isUuid, storableJson } from './origin.js';

/** The most that a draft may hold, as JSON in UTF-8. */
export const MOST_DRAFT_BYTES = 1_000_000;

export class Drafts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what has been typed so far. `account` is the id of whose it is, `kind` names the form, `data` is anything
   * that JSON can say, 1 MB at most (RangeError). Gives the draft; its id is the address of the form from then on.
   */
  async create<Data>(account: string, kind: string, data: Data): Promise<Draft<Data>> {
    const now = this.clock();
    const kept = checked(data);
    const draft = { id: randomUUID(), account, kind, data: kept, createdAt: now, updatedAt: now };
    await this.repository.insert(draft as object);
    return draft;
  }

  /** Undefined where there is none with this id that is theirs; the id may be anything that came in an address. */
  async find<Data = unknown>(account: string, id: string): Promise<Draft<Data> | undefined> {
    if (!isUuid(id)) return undefined;
    return ((await this.repository.findOneBy({ id, account })) as Draft<Data> | null) ?? undefined;
  }

  /** Puts other data in its place; gives whether it was there. */
  async save(account: string, id: string, data: unknown): Promise<boolean> {
    if (!isUuid(id)) return false;
    const changes: object = { data: checked(data), updatedAt: this.clock() };
    return (await this.repository.update({ id, account }, changes)).affected === 1;
  }

  /** Gives whether it was there: of two that discard it at once, as when a form is sent twice, one is told so. */
  async discard(account: string, id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    return (await this.repository.delete({ id, account })).affected === 1;
  }

  /** The last changed first, of one kind where that is given. */
  listOf(account: string, kind?: string, limit = 100): Promise<Draft[]> {
    const where = { account, ...(kind !== undefined && { kind }) };
    return this.repository.find({ where, order: { updatedAt: 'DESC', id: 'ASC' }, take: limit });
  }

  private get repository() {
    return this.source.getRepository(DraftEntity);
  }
}

function checked<Data>(data: Data): Data {
  const kept = storableJson(data);
  if (Buffer.byteLength(JSON.stringify(kept)) > MOST_DRAFT_BYTES) {
    throw new RangeError(`a draft holds ${String(MOST_DRAFT_BYTES)} bytes at most`);
  }
  return kept;
}
