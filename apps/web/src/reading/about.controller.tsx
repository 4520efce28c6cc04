import { Get } from '@nestjs/common';
import { CLOCKS, readQuery } from '#application';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { AboutPage } from './about.page.js';

@Pages('about')
export class AboutController {
  @Public()
  @Get()
  about(@OfPage() page: PageContext) {
    readQuery(page.query, CLOCKS);
    return <AboutPage page={page} />;
  }
}
