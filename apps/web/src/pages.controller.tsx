import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import type { FastifyRequest } from 'fastify';
import { CLOCK, READER, type Clock } from '#application';
import { countsOfBodies, listBodies, projectedPosition, type Reader } from '#read-models';
import { HomePage } from './home.page.js';
import type { Language } from './words.js';

const SECURE =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const STYLE = new URL('./public/page.css', import.meta.url);

@Controller()
export class PagesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', SECURE)
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('vary', 'Accept-Language')
  async home(@Query('lang') wanted: unknown, @Req() request: FastifyRequest): Promise<string> {
    const language = languageOf(wanted, request.headers['accept-language']);
    const clocks = {
      asOf: this.clock().toISOString().slice(0, 10),
      position: await projectedPosition(this.reader),
    };
    const bodies = await listBodies(this.reader, clocks, { limit: 200 });
    const counts = await countsOfBodies(this.reader, clocks);
    const lines = bodies.map(({ slug, names }) => ({
      slug,
      name: names[language] ?? names.en,
      counts: counts.filter(({ body }) => body === slug),
    }));
    return `<!doctype html>${renderToString(<HomePage language={language} bodies={lines} />)}`;
  }

  @Get('assets/page.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): Promise<string> {
    return readFile(STYLE, 'utf8');
  }
}

/** What the address says, else what the browser would rather have. */
function languageOf(wanted: unknown, accepted: string | undefined): Language {
  if (wanted === 'ar' || wanted === 'en') return wanted;
  return /^\s*ar\b/i.test(accepted ?? '') ? 'ar' : 'en';
}
