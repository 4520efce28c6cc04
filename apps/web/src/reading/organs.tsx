// The organs of a body with their seats and members, and the ceremonies that were announced.
import { Fragment } from 'preact';
import type { organsAndCeremonies } from '#read-models';
import type { Organ } from '#register';
import type { PageContext } from '../page/context.js';
import { nameIn } from '../page/parts.js';
import { day, edtf } from '../words/days.js';
import { countAr, countEn, number, words } from '../words/language.js';
import { ATTESTATION } from '../words/vocabulary.js';
import { Heading } from './headings.js';
import { StateLink } from './names.js';
import type { Reads } from './reading-page.js';
import { Table } from '../page/table.js';

const WORDS = words({
  en: {
    seats: countEn({ one: '# seat', other: '# seats' }),
    filled: (named: string, seats: string) => `${named} of ${seats} seats have a name`,
    noSeats: 'number of seats not known',
    caption: (organ: string) => `Who sits on ${organ}`,
    person: 'Person',
    state: 'For',
    portfolio: 'Portfolio',
    since: 'Since',
    word: 'By whose word',
    nobody: 'Nobody is named yet.',
    overlap: 'On more than one organ',
    ceremonies: 'Ceremonies',
    purpose: 'Purpose',
    scheduled: 'Scheduled for',
    place: 'Place',
    announced: 'Announced',
    noDay: 'no day named',
  },
  ar: {
    seats: countAr({
      zero: 'لا مقاعد',
      one: 'مقعد واحد',
      two: 'مقعدان',
      few: '# مقاعد',
      many: '# مقعداً',
      other: '# مقعد',
    }),
    filled: (named: string, seats: string) => `سُمِّي شاغلو ${named} من ${seats} من المقاعد`,
    noSeats: 'عدد المقاعد غير معروف',
    caption: (organ: string) => `أعضاء ${organ}`,
    person: 'الشخص',
    state: 'عن',
    portfolio: 'الملف',
    since: 'منذ',
    word: 'على قول مَن',
    nobody: 'لم يُسمَّ أحد بعد.',
    overlap: 'في أكثر من جهاز',
    ceremonies: 'المراسم',
    purpose: 'الغرض',
    scheduled: 'مقررة في',
    place: 'المكان',
    announced: 'أُعلنت في',
    noDay: 'لم يُسمَّ يوم',
  },
});

type Parts = ReturnType<typeof organsAndCeremonies>;

interface OrgansProps extends Pick<Parts, 'organs' | 'overlap'>, Reads {}

/** Nothing where the body has none. */
export function Organs({ page, known, organs, overlap }: OrgansProps) {
  const say = WORDS[page.language];
  if (organs.length === 0) return null;
  const named = new Map(organs.map(({ organ, names }) => [organ, nameIn(names, page.language)]));
  return (
    <>
      <Heading page={page} part="organs" />
      {organs.map((organ) => (
        <OneOrgan key={organ.organ} page={page} known={known} organ={organ} />
      ))}
      {overlap.length === 0 ? null : (
        <>
          <h3>{say.overlap}</h3>
          <ul>
            {overlap.map(({ person, organs: seats }) => (
              <li key={person}>
                <bdi>{person}</bdi>
                <span class="soft">
                  {seats.map((organ, at) => (
                    <Fragment key={organ}>
                      {at === 0 ? ' – ' : ' · '}
                      <bdi>{named.get(organ)}</bdi>
                    </Fragment>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function OneOrgan({ page, known, organ }: Reads & { readonly organ: Organ }) {
  const { language } = page;
  const say = WORDS[language];
  const name = nameIn(organ.names, language);
  return (
    <section id={organ.organ}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p class="soft">
        {organ.seats === undefined
          ? say.noSeats
          : organ.members.length < organ.seats
            ? say.filled(number(language, organ.members.length), number(language, organ.seats))
            : say.seats(organ.seats)}{' '}
        · {day(language, organ.since)} · {ATTESTATION[language][organ.attestation]}
      </p>
      {organ.members.length === 0 ? (
        <p class="empty">{say.nobody}</p>
      ) : (
        <Table
          id={`organ-${organ.organ}`}
          caption={say.caption(name)}
          quiet
          heads={[say.person, say.portfolio, say.state, say.since, say.word]}
        >
          {organ.members.map(({ person, state, portfolio, since, attestation }) => (
            <tr key={person}>
              <th scope="row">
                <bdi>{person}</bdi>
              </th>
              <td>
                <bdi>{portfolio}</bdi>
              </td>
              <td>{state === undefined ? null : <StateLink page={page} known={known} code={state} />}</td>
              <td class="when">{day(language, since)}</td>
              <td>{ATTESTATION[language][attestation]}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

interface CeremoniesProps extends Pick<Parts, 'ceremonies'> {
  readonly page: PageContext;
}

/** Nothing where none was announced. */
export function Ceremonies({ page, ceremonies }: CeremoniesProps) {
  const { language } = page;
  const say = WORDS[language];
  if (ceremonies.length === 0) return null;
  return (
    <>
      <Heading page={page} part="ceremonies" />
      <Table
        id="ceremonies"
        caption={say.ceremonies}
        quiet
        heads={[say.scheduled, say.purpose, say.place, say.announced, say.word]}
      >
        {ceremonies.map(({ eventId, purpose, scheduledFor, place, announcedOn, attestation }) => (
          <tr key={eventId}>
            <th scope="row" class="when">
              {scheduledFor === null ? say.noDay : edtf(language, scheduledFor)}
            </th>
            <td>
              <bdi>{purpose}</bdi>
            </td>
            <td>
              <bdi>{place}</bdi>
            </td>
            <td class="when">{edtf(language, announcedOn)}</td>
            <td>{ATTESTATION[language][attestation]}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
