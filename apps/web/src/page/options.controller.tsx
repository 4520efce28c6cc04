// What was typed into a field that finds states or bodies may mean: asked while somebody types.
import { Get, Inject, Param, Query } from '@nestjs/common';
import { readQuery } from '#application';
import { Requires } from '../security/access.js';
import { ChoiceReader } from './choices.js';
import { OfPage, type PageContext } from './context.js';
import { Pages } from './pages.js';
import { Suggestions } from './party-select.js';
import { Trouble } from './trouble.js';

@Pages('admin/options')
export class OptionsController {
  constructor(@Inject(ChoiceReader) private readonly choices: ChoiceReader) {}

  @Requires('signed-in')
  @Get(':kind')
  async options(
    @OfPage() page: PageContext,
    @Param('kind') kind: string,
    @Query() raw: Record<string, unknown>,
  ) {
    if (kind !== 'state' && kind !== 'body') throw new Trouble('not-found');
    // An empty field asks for nothing.
    const { q } = readQuery(raw['q'] === '' ? {} : raw, ['q']);
    const found = q === undefined ? [] : await this.choices.find(kind, q, page.language);
    return <Suggestions language={page.language} found={found} />;
  }
}
