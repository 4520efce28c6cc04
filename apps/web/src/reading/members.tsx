// The states of a body, as a list that is searched, filtered and sorted.
import type { KnownBody, Member } from '#read-models';
import { STANDINGS } from '#register';
import { onSameClocks, type PageContext } from '../page/context.js';
import { Marks, nameIn, StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { words } from '../words/language.js';
import { ROLE, standingNames } from '../words/vocabulary.js';
import { Choice, Finder } from './finder.js';
import { Pager, Table } from '../page/table.js';

const WORDS = words({
  en: {
    find: 'Name of a state',
    standing: 'Standing',
    any: 'any',
    sort: 'In the order of',
    name: 'name',
    code: 'code',
    since: 'day, the latest first',
    caption: 'States with a standing in this body on the day shown',
    state: 'State',
    own: 'By its own word',
    sinceHead: 'Since',
    reported: 'By every word',
    roles: 'Roles',
    empty:
      'No state has a standing in this body on these clocks. Look at another day, or record the first act at the desk.',
    narrowed: 'No state of this body answers these filters on these clocks. Show all to start again.',
  },
  ar: {
    find: 'اسم الدولة',
    standing: 'الصفة',
    any: 'أي صفة',
    sort: 'بترتيب',
    name: 'الاسم',
    code: 'الرمز',
    since: 'اليوم، الأحدث أولاً',
    caption: 'الدول التي لها صفة في هذه الهيئة في اليوم المعروض',
    state: 'الدولة',
    own: 'بقولها هي',
    sinceHead: 'منذ',
    reported: 'بحسب كل قول',
    roles: 'صفات خاصة',
    empty: 'ليست لأي دولة صفة في هذه الهيئة في هذا الزمن. انظر يوماً آخر، أو سجّل أول عمل من مكتب التسجيل.',
    narrowed: 'لا دولة في هذه الهيئة تطابق هذه الشروط في هذا الزمن. اعرض الكل للبدء من جديد.',
  },
});

interface MembersProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly everyone: readonly Member[];
  readonly members: readonly Member[];
  readonly next: string | undefined;
}

export function Members({ page, body, everyone, members, next }: MembersProps) {
  const { language } = page;
  const say = WORDS[language];
  if (everyone.length === 0) return <p class="empty">{say.empty}</p>;
  const called = standingNames(language, body.kind);
  const standings = STANDINGS.map((value) => ({ value, label: called[value] }));
  const orders = [
    { value: '', label: say.name },
    { value: 'since', label: say.since },
    { value: 'standing', label: say.standing },
    { value: 'code', label: say.code },
  ];
  return (
    <>
      <Finder page={page} label={say.find} fields={['standing', 'sort']}>
        <Choice
          page={page}
          name="standing"
          label={say.standing}
          options={[{ value: '', label: say.any }, ...standings]}
        />
        <Choice page={page} name="sort" label={say.sort} options={orders} />
      </Finder>
      {members.length === 0 ? (
        <p class="empty">{say.narrowed}</p>
      ) : (
        <Table
          id="members"
          caption={say.caption}
          quiet
          heads={[say.state, say.own, say.sinceHead, say.reported, say.roles]}
        >
          {members.map((member) => (
            <MemberRow key={member.row.state} page={page} body={body} member={member} />
          ))}
        </Table>
      )}
      <Pager page={page} next={next} />
    </>
  );
}

interface RowProps extends Pick<MembersProps, 'page' | 'body'> {
  readonly member: Member;
}

function MemberRow({ page, body, member: { row, state } }: RowProps) {
  const { language } = page;
  const { own, reported, roles } = row;
  return (
    <tr>
      <th scope="row">
        <a href={onSameClocks(page, `/memberships/${body.slug}/${state.code}`)}>
          <bdi>{nameIn(state.names, language)}</bdi>
        </a>
      </th>
      <td>
        <StandingWord language={language} standing={own.standing} kind={body.kind} />{' '}
        {own.standing === 'none' ? null : <Marks language={language} {...own} />}
      </td>
      <td class="when">{own.since === null || own.standing === 'none' ? null : day(language, own.since)}</td>
      <td>
        {reported.standing === own.standing ? null : (
          <>
            <StandingWord language={language} standing={reported.standing} kind={body.kind} />{' '}
            {reported.standing === 'none' ? null : <Marks language={language} {...reported} />}
          </>
        )}
      </td>
      <td class="when">{[...new Set(roles.map(({ role }) => ROLE[language][role]))].join(' · ')}</td>
    </tr>
  );
}
