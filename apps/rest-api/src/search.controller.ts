import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ClockReader, CLOCKS, type RawQuery, READER, readQuery } from '#application';
import { type Found, type Reader, searchRegister } from '#read-models';
import { answer, BASE, metaOf, OfCall, type Call } from './answer.js';
import { Problem } from './problem.js';
import { bodyView, stateView } from './views.js';

@Controller(`${BASE}/search`)
export class SearchController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** States and bodies that a text may mean, in any script, the best first; one page. */
  @Get()
  async find(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...CLOCKS, 'q', 'limit']);
    const { q, limit } = query;
    if (q === undefined) throw Problem.ofFaults([{ parameter: 'q', code: 'bad-q', facts: {} }]);
    const clocks = await this.clocks.resolve(query);
    return answer(call, clocks, async (languages) => {
      const found = await searchRegister(this.reader, clocks, q, limit);
      return {
        items: found.map((one) => ({ kind: one.kind, ...viewOf(one, languages), match: one.match })),
        meta: metaOf(clocks),
        links: { self: call.request.url, next: null },
      };
    });
  }
}

const viewOf = (found: Found, languages: readonly string[]) =>
  found.kind === 'state'
    ? { state: stateView(found.state, languages) }
    : { body: bodyView(found.body, languages) };
