// What an import did that no person may is explained, with the reason, from what the tables hold.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForMembership, stateCommand } from '#application';
import { acceptance, CAST, invitation, LAND_IN_CLUB } from '../../../../test/support/commands.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { findBody, findState } from '../dossier/dossier.queries.js';
import { explainMembership } from './explain.queries.js';

let register: TestRegister;
beforeAll(async () => {
  register = await testRegister();
  for (const command of CAST) await register.execute(command);
}, 60_000);
afterAll(() => register.close());

describe('the explanation of a line', () => {
  it('says for what an act is flagged, and of others nothing', async () => {
    const acts = [
      invitation('2026-01-10'),
      acceptance('2026-01-12'),
      invitation('2026-01-20'),
      acceptance('2099-01-01'),
    ];
    for (const act of acts) {
      const command = { type: 'RecordAct', act, as: 'import' } as const;
      await register.execute(new ForMembership(LAND_IN_CLUB, command, { actor: 'import' }));
    }
    const end = { on: '2026-01-31', successors: [], sources: [{ source: 'gazette-1' }] };
    await register.execute(
      stateCommand(LAND_IN_CLUB.state, { type: 'StateDissolved', data: end }, { actor: 'import' }),
    );
    await register.execute(
      new ForMembership(
        LAND_IN_CLUB,
        { type: 'RecordAct', act: acceptance('2026-02-02'), as: 'import' },
        { actor: 'import' },
      ),
    );
    await register.catchUp();
    const clocks = { asOf: '2026-02-01', position: (await register.store.head()).position };
    const club = await findBody(register.reader, clocks, LAND_IN_CLUB.body);
    const land = await findState(register.reader, clocks, LAND_IN_CLUB.state);
    if (!club || !land) throw new Error('the club or the land is not there');
    const { steps } = await explainMembership(register.reader, club, land, clocks);
    expect(steps.map(({ act, flagged, flaggedFor }) => [act.row.data.on, flagged, flaggedFor])).toEqual([
      ['2026-01-10', false, null],
      ['2026-01-12', false, null],
      ['2026-01-20', true, 'act-not-legal'],
      ['2026-02-02', true, 'state-not-there'],
      ['2099-01-01', true, 'day-in-future'],
    ]);
  });
});
