import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller.js';

/** The pages. Needs READER and CLOCK from the module that imports it. */
@Module({ controllers: [PagesController] })
export class WebModule {}
