export { prepareForPages, WebModule } from './web.module.js';
export { ErrorPageFilter } from './page/error-page.filter.js';
export type { Halves } from './page/context.js';
export type { WebSettings } from './accounts/settings.js';
export type { Limits } from './security/doorway.js';
