import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { bodyCommand, onePage, pageOf, readQuery } from '#application';
import { listBodies } from '#read-models';
import { ChoiceReader } from '../../page/choices.js';
import { OfPage, type PageContext } from '../../page/context.js';
import { Pages } from '../../page/pages.js';
import { isShownAnew } from '../../page/rows.js';
import { OfForm, type SentForm } from '../../page/sent-form.js';
import { Requires } from '../../security/access.js';
import { Desk } from '../desk.js';
import { opened } from '../desk-form.js';
import { flashOf, leadOn } from '../done.js';
import { BodyDesk } from './body-desk.js';
import { BodiesPage, BodyPage } from './bodies.pages.js';
import { BODY } from './body-words.js';
import { readBody, RegisterBodyPage } from './register-body.page.js';

const A_PAGE = 100;

@Pages('admin/bodies')
export class DeskBodiesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BodyDesk) private readonly bodies: BodyDesk,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
  ) {}

  @Requires('recorder', 'admin')
  @Get()
  async list(@OfPage() page: PageContext) {
    const query = { ...readQuery(page.query, ['cursor', 'minPosition']), limit: A_PAGE };
    const clocks = await this.desk.now(page, ['cursor']);
    const rows = await listBodies(this.desk.reader, clocks, pageOf(query));
    const { shown: bodies, next } = onePage(query, rows, ({ slug }) => slug);
    return <BodiesPage page={page} bodies={bodies} next={next} />;
  }

  @Requires('admin')
  @Get('new')
  async blank(@OfPage() page: PageContext) {
    const { position } = await this.desk.now(page);
    const sources = await this.desk.sources(position, {});
    return <RegisterBodyPage page={page} sources={sources} {...opened(0)} />;
  }

  @Requires('admin')
  @Post('new')
  @HttpCode(200)
  async register(@OfPage() page: PageContext, @OfForm() { typed, reply }: SentForm) {
    const { position } = await this.desk.now(page);
    const sources = await this.desk.sources(position, typed);
    if (isShownAnew(typed))
      return <RegisterBodyPage page={page} sources={sources} typed={typed} faults={[]} />;
    const { body, registrations, faults } = await this.desk.checkSources(
      page,
      position,
      typed,
      readBody(typed, page.language),
    );
    const again = (all: typeof faults) => {
      reply.status(422);
      return <RegisterBodyPage page={page} sources={sources} typed={typed} faults={all} />;
    };
    if (!body || faults.length > 0) return again(faults);
    const written = await this.desk.record(page, {
      typed: { ...typed, version: '' },
      registrations,
      command: (envelope) => bodyCommand(body.slug, { type: 'BodyRegistered', data: body }, envelope),
      fieldOf: ({ code }) => (code === 'body-exists' ? 'slug' : undefined),
    });
    if (!('outcome' in written)) return again(written.faults);
    return leadOn(reply, `/admin/bodies/${body.slug}`, written.outcome, 'registered');
  }

  @Requires('recorder', 'admin')
  @Get(':slug')
  async one(@OfPage() page: PageContext, @Param('slug') slug: string) {
    const clocks = await this.desk.now(page);
    const { body, events } = await this.bodies.open(clocks, slug);
    return (
      <BodyPage
        page={page}
        body={body}
        events={events}
        today={clocks.asOf}
        names={await this.choices.all(page.language)}
        flash={flashOf(page, BODY)}
      />
    );
  }
}
