// Who may open a page. A page that does not say is open to nobody.
import { SetMetadata } from '@nestjs/common';
import type { AccountRole } from '../page/context.js';

/** Key of the metadata that the guard reads. */
export const ACCESS = 'chancery:access';
export type Access = 'public' | 'signed-in' | AccountRole;

/** Open to everybody. */
export const Public = () => SetMetadata(ACCESS, ['public'] satisfies Access[]);

/** Open to accounts with one of these roles; `signed-in` is any account. */
export const Requires = (...any: Exclude<Access, 'public'>[]) => SetMetadata(ACCESS, any);
