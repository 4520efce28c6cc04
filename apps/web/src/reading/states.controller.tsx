import { Get, Inject, Param } from '@nestjs/common';
import { ClockReader, CLOCKS, onePage, PAGE, pageOf, READER, readQuery } from '#application';
import {
  actsOfState,
  citationsOfContacts,
  contactsOfState,
  countsOfStates,
  dossiersOf,
  knownStepsOf,
  linesOfState,
  listStatesByName,
  statesLike,
  type KnownState,
  type Reader,
} from '#read-models';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { answer, OfCall, type Call } from './answer.js';
import { partiesOf, stateAt } from './parties.js';
import { StatePage } from './state.page.js';
import { StatesPage } from './states.page.js';

@Pages('states')
export class StatePagesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Public()
  @Get()
  async all(@OfPage() page: PageContext, @OfCall() call: Call) {
    const query = readQuery(page.query, [...CLOCKS, ...PAGE, 'q']);
    const clocks = await this.clocks.resolve(query);
    return answer(page, call, clocks, async () => {
      const { q } = query;
      const rows: KnownState[] =
        q === undefined
          ? await listStatesByName(this.reader, clocks, page.language, pageOf(query))
          : await statesLike(this.reader, clocks, q, query.limit);
      const { shown: states, next } = onePage(query, rows, ({ code }) => code);
      const codes = states.map(({ code }) => code);
      const counts = await countsOfStates(this.reader, clocks, codes);
      return <StatesPage {...{ page, clocks, states, counts, q, next }} />;
    });
  }

  @Public()
  @Get(':code')
  async one(@Param('code') code: string, @OfPage() page: PageContext, @OfCall() call: Call) {
    const clocks = await this.clocks.resolve(readQuery(page.query, CLOCKS));
    const { position } = clocks;
    return answer(page, call, clocks, async () => {
      const [state, lines, acts, contacts, steps] = await Promise.all([
        stateAt(page, this.reader, clocks, code),
        linesOfState(this.reader, code, position),
        actsOfState(this.reader, position, code),
        contactsOfState(this.reader, position, code),
        knownStepsOf(this.reader, { state: code }),
      ]);
      const slugs = [...lines.map(({ body }) => body), ...acts.map(({ row }) => row.body)];
      const participants = contacts.flatMap(({ recorded }) => recorded?.participants ?? []);
      const codes = [...partiesOf(acts), ...participants.flatMap(({ state: other }) => other ?? [])];
      const { sources, ...known } = await dossiersOf(this.reader, clocks, {
        bodies: slugs,
        states: [...codes, ...relatedTo(state)],
        sources: citationsOfContacts(contacts),
      });
      known.states.set(code, state);
      return <StatePage {...{ page, known, clocks, state, lines, acts, contacts, sources, steps }} />;
    });
  }
}

/** States in whose place it came, or that came in its place. */
const relatedTo = ({ changes }: KnownState): string[] =>
  changes.flatMap((change) =>
    change.type === 'StateSucceeded'
      ? change.data.predecessors
      : change.type === 'StateDissolved'
        ? change.data.successors
        : [],
  );
