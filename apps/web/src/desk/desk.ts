// What the pages of the desk share: the register as it is now, and giving commands for whoever is signed in.
import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import {
  CLOCK,
  ClockReader,
  READER,
  readQuery,
  Refused,
  sourceCommand,
  StoreError,
  type AnyCommand,
  type Clock,
  type Envelope,
  type Outcome,
  type Refusal,
} from '#application';
import { latestSources, sourcesById, type Clocks, type KnownSource, type Reader } from '#read-models';
import { sourceId, type SourceRegistered } from '#register';
import type { PageContext } from '../page/context.js';
import type { FieldFault, Typed } from '../page/forms.js';
import type { ReadSources } from '../page/read-sources.js';
import { Trouble } from '../page/trouble.js';
import { fieldOfRefusal, refusalSentence, type Names } from '../words/refusals.js';
import { DESK } from './desk-words.js';
import { keyOf, versionSeen } from './desk-form.js';

/** So many sources are offered to choose from. */
const OFFERED = 200;

/** What is to be recorded: the sources first that it cites and that are not registered yet. */
export interface Recording {
  readonly typed: Typed;
  readonly registrations?: readonly SourceRegistered['data'][];
  readonly command: (envelope: Envelope) => AnyCommand;
  /** Whether the command would be refused: asked before sources are registered for its sake. */
  readonly dry?: () => Refusal | undefined;
  /** How a refusal calls states and bodies; by their codes where left out. */
  readonly names?: Names;
  /** The field that a refusal speaks of, where it is not the one of that name. */
  readonly fieldOf?: (refusal: Refusal) => string | undefined;
}

export type Recorded = { readonly outcome: Outcome; readonly faults: readonly [] } | NotRecorded;

export interface NotRecorded {
  readonly refusal: Refusal | undefined;
  readonly faults: readonly [FieldFault];
}

/** Answers with the form that was refused: as a conflict where somebody has recorded since it was opened. */
export function refusedWith<Shown>(reply: FastifyReply, { refusal }: NotRecorded, shown: Shown): Shown {
  reply.status(refusal?.code === 'stale-version' ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
  return shown;
}

@Injectable()
export class Desk {
  constructor(
    @Inject(READER) readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Both clocks now, once the tables have taken in what the address says was recorded (`minPosition`). */
  now({ query }: PageContext, takes: readonly string[] = []): Promise<Clocks> {
    const own = ['done', ...takes];
    const others = Object.fromEntries(Object.entries(query).filter(([name]) => !own.includes(name)));
    return this.clocks.resolve(readQuery(others, ['minPosition']));
  }

  today = (): string => this.clock().toISOString().slice(0, 10);

  /** The sources that a form offers: the latest, and before them those that were chosen already. */
  async sources(position: number, typed: Typed): Promise<KnownSource[]> {
    const chosen = Object.entries(typed)
      .filter(([name, id]) => /^source-\d+$/.test(name) && sourceId.safeParse(id).success)
      .map(([, id]) => id);
    const latest = await latestSources(this.reader, position, OFFERED);
    const missing = chosen.filter((id) => !latest.some((source) => source.id === id));
    return [...(await sourcesById(this.reader, position, missing)).values(), ...latest];
  }

  /** What was read of a form, with a fault at each row that cites a source which is not registered. */
  async checkSources<Read extends ReadSources>(
    page: PageContext,
    position: number,
    typed: Typed,
    read: Read,
  ): Promise<Read> {
    const { citations, registrations, faults } = read;
    const ids = citations
      .map(({ source }) => source)
      .filter((id) => !registrations.some((source) => source.id === id));
    const known = await sourcesById(this.reader, position, ids);
    const unknown = ids
      .filter((id) => !known.has(id))
      .map((source) => ({
        field: fieldCiting(typed, source),
        sentence: refusalSentence(page.language, { code: 'unknown-source', source }),
      }));
    return { ...read, faults: [...faults, ...unknown] };
  }

  /** Gives the commands; the same form sent again records nothing more and leads to the same outcome. */
  async record(page: PageContext, recording: Recording): Promise<Recorded> {
    const { typed, registrations = [], command, dry, names, fieldOf } = recording;
    const expectedVersion = versionSeen(typed);
    const envelope = this.envelope(page, keyOf(typed));
    try {
      const refused = registrations.length > 0 ? dry?.() : undefined;
      if (refused) throw new Refused(refused);
      for (const source of registrations) await this.register(source, envelope);
      const seen = expectedVersion === undefined ? {} : { expectedVersion };
      const outcome = await this.bus.execute<AnyCommand, Outcome>(command({ ...envelope, ...seen }));
      return { outcome, faults: [] };
    } catch (error) {
      if (error instanceof StoreError && error.code === 'key-reused') {
        return { refusal: undefined, faults: [{ field: '', sentence: DESK[page.language].keyReused }] };
      }
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      const field =
        fieldOf?.(refusal) ??
        (refusal.code === 'unknown-source' ? fieldCiting(typed, refusal.source) : fieldOfRefusal(refusal));
      return { refusal, faults: [{ field, sentence: refusalSentence(page.language, refusal, names) }] };
    }
  }

  /** Whoever is signed in gives it, once for each form. */
  private envelope({ signedIn }: PageContext, key: string): Envelope & { readonly idempotencyKey: string } {
    if (!signedIn) throw new Trouble('not-allowed');
    const { id, name } = signedIn.account;
    return { actor: `account:${name}`, idempotencyKey: `desk:${id}:${key}` };
  }

  private async register(
    source: SourceRegistered['data'],
    { actor, idempotencyKey }: Envelope & { readonly idempotencyKey: string },
  ): Promise<void> {
    const envelope = { actor, idempotencyKey: `${idempotencyKey}:${source.id}` };
    await this.bus.execute(sourceCommand(source.id, { type: 'SourceRegistered', data: source }, envelope));
  }
}

const fieldCiting = (typed: Typed, id: string): string =>
  Object.entries(typed).find(([name, value]) => /^source-\d+$/.test(name) && value === id)?.[0] ?? 'source-1';
