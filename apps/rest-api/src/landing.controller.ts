import { Controller, Get, Param, Query } from '@nestjs/common';
import { readQuery, type RawQuery } from '#application';
import { BASE, languagesOf, OfCall, type Call } from './answer.js';
import { spokenLanguage } from './language.js';
import { Problem } from './problem.js';
import { explain, SENTENCES, type ProblemCode } from './sentences.js';
import { MOST_ROWS } from './workbook.js';

@Controller(BASE)
export class LandingController {
  @Get()
  landing(@Query() raw: RawQuery) {
    readQuery(raw, []);
    return {
      name: 'Chancery',
      about:
        'Which states were invited to, accepted, joined, signed and left which bodies: when, by whose word, and what was known when.',
      links: {
        self: BASE,
        states: `${BASE}/states{?q,sort}`,
        bodies: `${BASE}/bodies{?q}`,
        memberships: `${BASE}/memberships{?body,state,standing}`,
        acts: `${BASE}/acts{?body,state,type}`,
        sources: `${BASE}/sources{?q}`,
        search: `${BASE}/search?q={q}`,
        events: `${BASE}/events`,
        standings: `${BASE}/states/{code}/memberships`,
        timeline: `${BASE}/states/{code}/timeline`,
        members: `${BASE}/bodies/{slug}/members{?standing,q,sort}`,
        organs: `${BASE}/bodies/{slug}/organs`,
        counts: `${BASE}/bodies/{slug}/counts`,
        membership: `${BASE}/memberships/{slug}/{code}`,
        history: `${BASE}/memberships/{slug}/{code}/history`,
        explain: `${BASE}/memberships/{slug}/{code}/explain`,
        differences: `${BASE}/memberships/diff{?axis,from,to,body,state}`,
        event: `${BASE}/events/{eventId}`,
        source: `${BASE}/sources/{id}`,
        copy: `${BASE}/sources/{id}/copies/{sha256}`,
      },
      formats: {
        json: 'pages of at most 200 items, with a link to the next',
        csv: 'format=csv or Accept: text/csv; a whole list in one file',
        xlsx: `format=xlsx or its media type in Accept; a whole list as a workbook, of at most ${String(MOST_ROWS)} rows`,
        ndjson: 'format=ndjson or Accept: application/x-ndjson; a whole list, one item a line',
      },
      clocks: {
        asOf: 'the day asked about, such as 2026-01-19; today if left out',
        knownAt: 'what was known at an instant, such as 2026-01-18T00:00:00Z',
        atPosition: 'what was known at a position of the log',
        minPosition: 'wait (2 s at most) until the answer takes in this position',
      },
    };
  }

  /** What a problem's `type` leads to. */
  @Get('problems/:code')
  problem(@Param('code') code: string, @Query() raw: RawQuery, @OfCall() { request }: Call) {
    readQuery(raw, []);
    if (!Object.hasOwn(SENTENCES, code)) throw new Problem('unknown-problem', { problem: code });
    const known = code as ProblemCode;
    const { title } = explain(known, {}, spokenLanguage(languagesOf(request)));
    return { type: `${BASE}/problems/${known}`, code: known, title, status: SENTENCES[known].status };
  }
}
