// The desk over a register of its own, as the specifications of its forms use it.
import type { AnyCommand } from '#application';
import { CAST } from '../../../../../test/support/commands.js';
import type { Answer } from '../../../../../test/support/rest.js';
import { testRegister, type TestRegister } from '../../../../../test/support/register.js';
import { signedIn, type SignedInVisitor } from '../../../../../test/support/signed-in.js';
import { webOver, type Web } from '../../../../../test/support/web.js';
import { formOf } from './forms.js';

export interface DeskWeb {
  readonly register: TestRegister;
  readonly web: Web;
  readonly admin: SignedInVisitor;
  readonly recorder: SignedInVisitor;
  /** Opens a form, fills it in, and sends it. */
  send(visitor: SignedInVisitor, path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** Position of the log. */
  head(): Promise<number>;
  close(): Promise<void>;
}

/** With the cast and what else is given in it, an admin and a recorder signed in. */
export async function deskWeb(...commands: AnyCommand[]): Promise<DeskWeb> {
  const register = await testRegister();
  register.projector.start();
  const web = await webOver(register);
  for (const command of [...CAST, ...commands]) await register.execute(command);
  await register.catchUp();
  return {
    ...{ register, web },
    admin: await signedIn(register, web, 'admin'),
    recorder: await signedIn(register, web, 'recorder'),
    send: async (visitor, path, fields) => {
      await register.catchUp();
      return visitor.post(path, { ...formOf(await visitor.get(path)), ...fields });
    },
    head: async () => (await register.store.head()).position,
    close: async () => {
      await web.close();
      await register.close();
    },
  };
}
