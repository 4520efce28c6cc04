import { describe, it, expect } from '@jest/globals';
import {
  decideState,
  evolveState,
  existsOn,
  initialState,
  stateFactsOf,
  stateSchemas,
  type StateCommand,
} from '#register';
import { formerStates } from './former-states.js';
import { isoStates } from './iso-states.js';

const former = formerStates();
const formerOf = (alpha4: string) => former.find((one) => one.alpha4 === alpha4);
const current = new Set(isoStates().map(({ code }) => code));

describe('formerStates', () => {
  it('gives the 31 entries of ISO 3166-3, by their four letters', () => {
    const codes = former.map(({ alpha4 }) => alpha4);
    expect(codes).toHaveLength(31);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.filter((code) => !/^[A-Z]{4}$/.test(code))).toEqual([]);
  });

  it('gives what the register takes', () => {
    const faults = former.flatMap(({ state, dissolution, successions }) =>
      [
        stateSchemas.StateRegistered.safeParse(state),
        stateSchemas.StateDissolved.safeParse(dissolution),
        ...successions.map(({ succession }) => stateSchemas.StateSucceeded.safeParse(succession)),
      ].flatMap(({ error }) => error ?? []),
    );
    expect(faults).toEqual([]);
  });

  it('gives no code twice, and none that a state has today', () => {
    const codes = former.map(({ state }) => state.code);
    expect(new Set(codes).size).toBe(31);
    expect(codes.filter((code) => current.has(code))).toEqual([]);
    expect(codes.filter((code) => code.startsWith('X-'))).toEqual(['X-FQHH']);
  });

  it('names successors that are registered', () => {
    const known = new Set([...current, ...former.map(({ state }) => state.code)]);
    const successors = former.flatMap(({ dissolution }) => dissolution.successors);
    expect(successors.filter((code) => !known.has(code))).toEqual([]);
  });

  it('can be recorded as a person would', () => {
    for (const { state, dissolution } of former) {
      const commands: StateCommand[] = [
        { type: 'RegisterState', state },
        { type: 'DissolveState', dissolution },
      ];
      const after = commands.reduce((was, command) => {
        const events = decideState(command, was, { today: '2026-02-01' });
        expect(events).toHaveLength(1);
        return (events as []).reduce((one, event) => evolveState(one, event), was);
      }, initialState);
      expect(stateFactsOf(after)?.until).toMatch(new RegExp(`^${state.until ?? 'none'}`));
    }
  });

  it('tells of the end of Czechoslovakia and of what came of it', () => {
    const found = formerOf('CSHH');
    expect(found?.state).toMatchObject({ code: 'CSK', from: '1918-10-28', until: '1992-12-31' });
    expect(found?.state.names).toMatchObject({ en: 'Czechoslovakia', cs: 'Československo' });
    expect(found?.state.aliases).toEqual(['Czechoslovak Socialist Republic']);
    expect(found?.dissolution).toEqual({ on: '1992-12-31', successors: ['CZE', 'SVK'] });
    const succession = { predecessors: ['CSK'], on: '1993-01-01', kind: 'dissolution' };
    expect(found?.successions).toEqual([
      { state: 'CZE', succession },
      { state: 'SVK', succession },
    ]);
  });

  it('tells which successor goes on as the same state', () => {
    const goesOn = (alpha4: string) =>
      formerOf(alpha4)?.successions.flatMap(({ state, succession }) =>
        succession.kind === 'continuation' ? [state] : [],
      );
    expect(goesOn('SUHH')).toEqual(['RUS']);
    expect(goesOn('CSXX')).toEqual(['SRB']);
    expect(goesOn('YUCS')).toEqual(['SCG']);
    expect(goesOn('DDDE')).toEqual([]);
    expect(formerOf('SUHH')?.dissolution.successors).toContain('RUS');
  });

  it('keeps a year where the day is not known, and leaves out a beginning that is not', () => {
    const found = formerOf('NTHH');
    expect(found?.state).not.toHaveProperty('from');
    expect(formerOf('SKIN')?.state).toEqual({ code: 'SKM', names: { en: 'Sikkim' }, until: '1975-05-15' });
    expect(found?.dissolution.on).toBe('1993');
    expect(found?.successions[0]?.succession.on).toBe('1993');
  });

  it('says when the German Democratic Republic was there', () => {
    const { from = '', until = '' } = formerOf('DDDE')?.state ?? {};
    const on = (day: string) => existsOn({ from, until }, day);
    expect([on('1949-10-06'), on('1973-09-18'), on('1990-10-02'), on('1990-10-03')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
