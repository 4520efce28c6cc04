// Which memberships differ between two points of one clock, what each was before and after, and why.
import type { ResolvedBetween, ResolvedClocks } from '#application';
import type { Cause, KnownBody, KnownState, MembershipChange, MembershipRow } from '#read-models';
import { keyOfChange } from '#read-models';
import type { BodyKind } from '#register';
import { here, type PageContext } from '../page/context.js';
import { Marks, StandingWord } from '../page/parts.js';
import { Pager, Table } from '../page/table.js';
import { day, edtf, instant } from '../words/days.js';
import { countAr, countEn, number, words } from '../words/language.js';
import { AUDIT_AT, AuditPage } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { DifferencesForm } from './differences-form.js';
import { eventName } from './event-name.js';
import { BodyName, StateName } from './names.js';

const WORDS = words({
  en: {
    title: 'What differs between two points',
    about:
      'Along the clock of the world: two days, as known at one position. Along the clock of the register: two positions or instants, for one day.',
    before: 'Before',
    after: 'After',
    because: 'Because of',
    none: 'Nothing differs between the two.',
    found: countEn({ one: '# membership differs on this page', other: '# memberships differ on this page' }),
    days: (from: string, to: string) => `From ${from} to ${to}`,
    positions: (from: string, to: string) => `From position ${from} to position ${to}`,
    known: (position: string) => `as known at position ${position}`,
    on: (day: string) => `for ${day}`,
    nothing: 'nothing was held',
    caption: 'Memberships that differ',
    at: (position: string) => `position ${position}`,
  },
  ar: {
    title: 'ما الذي يختلف بين نقطتين',
    about: 'على ساعة العالم: يومان بحسب المعلوم عند موضع واحد. وعلى ساعة السجل: موضعان أو لحظتان ليوم واحد.',
    before: 'قبل ذلك',
    after: 'بعد ذلك',
    because: 'بسبب',
    none: 'لا شيء يختلف بين النقطتين.',
    found: countAr({
      zero: 'لا عضويات مختلفة في هذه الصفحة',
      one: 'عضوية واحدة مختلفة في هذه الصفحة',
      two: 'عضويتان مختلفتان في هذه الصفحة',
      few: '# عضويات مختلفة في هذه الصفحة',
      many: '# عضوية مختلفة في هذه الصفحة',
      other: '# عضوية مختلفة في هذه الصفحة',
    }),
    days: (from: string, to: string) => `من ${from} إلى ${to}`,
    positions: (from: string, to: string) => `من الموضع ${from} إلى الموضع ${to}`,
    known: (position: string) => `بحسب المعلوم عند الموضع ${position}`,
    on: (day: string) => `ليوم ${day}`,
    nothing: 'لم يكن شيء',
    caption: 'العضويات المختلفة',
    at: (position: string) => `الموضع ${position}`,
  },
});

export interface Found {
  readonly between: ResolvedBetween;
  readonly changes: readonly MembershipChange[];
  readonly causes: ReadonlyMap<string, readonly Cause[]>;
  readonly bodies: ReadonlyMap<string, KnownBody>;
  readonly states: ReadonlyMap<string, KnownState>;
  /** The cursor of the next page. */
  readonly next: string | undefined;
}

interface DifferencesProps {
  readonly page: PageContext;
  readonly head: ResolvedClocks;
  readonly bodies: readonly KnownBody[];
  readonly states: readonly KnownState[];
  readonly found: Found | undefined;
}

export function DifferencesPage({ page, head, bodies, states, found }: DifferencesProps) {
  const say = WORDS[page.language];
  const twin = { ...page, path: '/api/v1/memberships/diff' };
  const files = found && {
    twin: here(twin, {}),
    csv: here(twin, { format: 'csv', cursor: undefined, limit: undefined }),
    xlsx: here(twin, { format: 'xlsx', cursor: undefined, limit: undefined }),
  };
  return (
    <AuditPage page={page} title={say.title} {...files}>
      <p>{say.about}</p>
      <DifferencesForm page={page} head={head} bodies={bodies} states={states} />
      {found ? <Changes page={page} found={found} /> : null}
    </AuditPage>
  );
}

interface ChangesProps {
  readonly page: PageContext;
  readonly found: Found;
}

function Changes({ page, found }: ChangesProps) {
  const { language } = page;
  const say = WORDS[language];
  const { changes, between, next } = found;
  return (
    <section>
      <h2>{spanOf(page, between)}</h2>
      {changes.length === 0 ? (
        <p role="status">{say.none}</p>
      ) : (
        <>
          <p role="status">{say.found(changes.length)}</p>
          <Table
            id="differences"
            caption={say.caption}
            quiet
            heads={[AUDIT[language].membership, say.before, say.after, say.because]}
          >
            {changes.map((change) => (
              <Change key={keyOfChange(change)} page={page} change={change} found={found} />
            ))}
          </Table>
          <Pager page={page} next={next} />
        </>
      )}
    </section>
  );
}

function spanOf({ language }: PageContext, { axis, from, to }: ResolvedBetween): string {
  const say = WORDS[language];
  if (axis === 'valid') {
    return `${say.days(day(language, from.asOf), day(language, to.asOf))} · ${say.known(number(language, to.position))}`;
  }
  const point = ({ knownAt, position }: ResolvedClocks): string =>
    knownAt === null
      ? number(language, position)
      : `${number(language, position)} (${instant(language, knownAt)})`;
  return `${say.positions(point(from), point(to))} · ${say.on(day(language, to.asOf))}`;
}

function Change({ page, change, found }: ChangesProps & { readonly change: MembershipChange }) {
  const { body, state, before, after } = change;
  const kind = found.bodies.get(body)?.kind;
  return (
    <tr>
      <th scope="row">
        <StateName
          page={page}
          code={state}
          states={found.states}
          at={`${AUDIT_AT}/memberships/${body}/${state}/history`}
        />
        <br />
        <BodyName page={page} slug={body} bodies={found.bodies} />
      </th>
      <td>
        <Held page={page} row={before} kind={kind} />
      </td>
      <td>
        <Held page={page} row={after} kind={kind} />
      </td>
      <td>
        <Causes page={page} causes={found.causes.get(keyOfChange(change)) ?? []} />
      </td>
    </tr>
  );
}

interface HeldProps {
  readonly page: PageContext;
  readonly row: MembershipRow | null;
  readonly kind: BodyKind | undefined;
}

function Held({ page: { language }, row, kind }: HeldProps) {
  if (row === null) return <span class="soft">{WORDS[language].nothing}</span>;
  const { own, reported } = row;
  return (
    <>
      <StandingWord language={language} standing={own.standing} kind={kind} />{' '}
      {own.since === null || own.standing === 'none' ? null : (
        <span class="soft">{day(language, own.since)}</span>
      )}{' '}
      {own.standing === 'none' ? null : <Marks language={language} {...own} />}
      {reported.standing === own.standing ? null : (
        <span class="soft">
          <br />
          {AUDIT[language].reported}:{' '}
          <StandingWord language={language} standing={reported.standing} kind={kind} />
        </span>
      )}
    </>
  );
}

function Causes({
  page: { language },
  causes,
}: {
  readonly page: PageContext;
  readonly causes: readonly Cause[];
}) {
  return (
    <ul class="said">
      {causes.map(({ eventId, position, type, on }) => (
        <li key={eventId}>
          <a href={`${AUDIT_AT}/events/${eventId}`}>{eventName(language, type)}</a>{' '}
          {on === null ? null : edtf(language, on)}{' '}
          <span class="soft">{WORDS[language].at(number(language, position))}</span>
        </li>
      ))}
    </ul>
  );
}
