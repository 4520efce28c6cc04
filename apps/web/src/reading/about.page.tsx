import { ATTESTATIONS, STANDINGS } from '#register';
import type { PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { SourceLink, StandingWord } from '../page/parts.js';
import { ATTESTATION_MEANS, STANDING_MEANS } from '../words/about.js';
import { words } from '../words/language.js';
import { ATTESTATION } from '../words/vocabulary.js';

const WORDS = words({
  en: {
    title: 'About the data',
    what: 'The register keeps acts: who did or said what, on what day, by whose word, and where that is written. What a state is held to be in a body follows from its acts by fixed rules; nobody writes a standing down.',
    never:
      'Nothing is edited or deleted. A mistake is corrected by a further entry, and what was known before stays to be read.',
    twoClocks: 'Two clocks',
    clocks:
      'Every page answers for a day in the world (when an act took effect) and for a position of the log (what the register had learned by then). At the foot of a page both can be moved; in an address they are asOf, and knownAt or atPosition.',
    twoStandings: 'Two standings',
    standings:
      'The first follows only from the words of those whose acts they are, or stronger evidence. The second follows from every word that counts, the press included. Where they differ, both are shown.',
    meaning: 'What the standings mean',
    attestations: 'On what an act may rest, the weakest first',
    level: '“Declared” and “documented” are on one level. From there on an act moves the first standing.',
    marks: 'Marks',
    disputed: 'Disputed: another party denies the act, or a stronger word contradicts it.',
    single: 'One source: all that is known comes from one source, or from several that rely on one another.',
    discredited: 'Discredited: everything that it rests on has turned out not to be reliable.',
    claim: 'A claim is too weak to count. It is shown, and it moves nothing.',
    days: 'Days',
    daysAre:
      'A day is kept as precisely as its source gives it (EDTF, ISO 8601-2). Where only a month or a year is known, its first day counts; of “on or before” the named day counts.',
    take: 'Taking the data along',
    rest: 'Every page has the same answer for programs at its foot, as JSON and, for lists, as CSV and as a workbook (XLSX).',
    restLink: 'REST interface',
    licences: 'Licences',
    facts:
      'Facts are free. Their arrangement here, and the program, are under the Apache License 2.0. Quotes and headlines are short, verbatim and attributed; rights in them remain with their authors and outlets.',
    codes: 'Codes of states follow ISO 3166-1 and 3166-3.',
    fonts: 'IBM Plex Sans and IBM Plex Sans Arabic are © IBM Corp., under the SIL Open Font License 1.1.',
    land: 'Shapes of land are made from Natural Earth, which is in the public domain.',
    map: 'The map',
    disclaimer:
      'The map is a means of orientation. Its shapes and names, and what is shown as contested or left out, express no opinion on the legal status of any state, territory, city or area, or on its frontiers. Its table says the same without a map.',
  },
  ar: {
    title: 'عن البيانات',
    what: 'يحفظ السجل الأعمال: من عمل أو قال ماذا، وفي أي يوم، وعلى قول مَن، وأين كُتب ذلك. وما تُعدّه الدولة في الهيئة ينتج من أعمالها بقواعد ثابتة؛ ولا أحد يدوّن صفة بيده.',
    never: 'لا يُعدَّل شيء ولا يُحذف. والخطأ يُصحَّح بقيد لاحق، ويبقى ما كان معروفاً من قبل مقروءاً.',
    twoClocks: 'زمنان',
    clocks:
      'تجيب كل صفحة عن يوم في العالم (متى نفذ العمل) وعن موضع في السجل (ما كان السجل قد عرفه حينها). ويمكن تحريك كليهما في أسفل الصفحة؛ وهما في عنوانها asOf، وknownAt أو atPosition.',
    twoStandings: 'صفتان',
    standings:
      'تنتج الأولى من أقوال أصحاب الأعمال أنفسهم أو من دليل أقوى فقط. وتنتج الثانية من كل قول محتسب، بما فيه الصحافة. وحيث تختلفان تُعرض كلتاهما.',
    meaning: 'معاني الصفات',
    attestations: 'على ماذا قد يستند العمل، من الأضعف',
    level: '«أعلنه صاحب الشأن» و«موثّق في قائمة رسمية» في مرتبة واحدة. ومنها فصاعداً يغيّر العمل الصفة الأولى.',
    marks: 'العلامات',
    disputed: 'متنازع عليه: ينفي طرف آخر العمل، أو يناقضه قول أقوى.',
    single: 'مصدر واحد: كل ما يُعرف جاء من مصدر واحد، أو من مصادر يعتمد بعضها على بعض.',
    discredited: 'فاقد للثقة: تبيّن أن كل ما يستند إليه غير موثوق.',
    claim: 'الادعاء أضعف من أن يُحتسب. يُعرض ولا يغيّر شيئاً.',
    days: 'الأيام',
    daysAre:
      'يُحفظ اليوم بالدقة التي يعطيها مصدره (EDTF، ISO 8601-2). وحيث لا يُعرف إلا الشهر أو السنة يُحتسب أول يوم فيهما؛ وفي «في هذا اليوم أو قبله» يُحتسب اليوم المذكور.',
    take: 'أخذ البيانات',
    rest: 'في أسفل كل صفحة الجواب نفسه للبرامج، بصيغة JSON، وللقوائم بصيغة CSV ومصنفاً بصيغة XLSX.',
    restLink: 'واجهة REST',
    licences: 'التراخيص',
    facts:
      'الوقائع حرة. وترتيبها هنا والبرنامج تحت رخصة Apache License 2.0. والاقتباسات والعناوين قصيرة وحرفية ومنسوبة؛ وتبقى حقوقها لأصحابها وجهات نشرها.',
    codes: 'رموز الدول بحسب ISO 3166-1 وISO 3166-3.',
    fonts: 'خطا IBM Plex Sans وIBM Plex Sans Arabic ملك لشركة IBM Corp.، تحت رخصة SIL Open Font License 1.1.',
    land: 'أشكال اليابسة مأخوذة من Natural Earth، وهي ملك عام.',
    map: 'الخريطة',
    disclaimer:
      'الخريطة وسيلة للاهتداء. ولا تعبّر أشكالها وأسماؤها، وما يظهر فيها متنازعاً عليه أو يُترك، عن رأي في الوضع القانوني لأي دولة أو إقليم أو مدينة أو منطقة، أو في حدودها. وجدولها يقول الشيء نفسه من دون خريطة.',
  },
});

/** What the data is, what its words mean, and under what terms it may be used. */
export function AboutPage({ page }: { readonly page: PageContext }) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <Page page={page} title={say.title} twin="/api/v1">
      <h1>{say.title}</h1>
      <p>{say.what}</p>
      <p>{say.never}</p>
      <h2>{say.twoClocks}</h2>
      <p>{say.clocks}</p>
      <h2>{say.twoStandings}</h2>
      <p>{say.standings}</p>
      <h2 id="standings">{say.meaning}</h2>
      <dl>
        {STANDINGS.map((standing) => (
          <div key={standing} id={`standing-${standing}`}>
            <dt>
              <StandingWord language={language} standing={standing} />
            </dt>
            <dd>{STANDING_MEANS[language][standing]}</dd>
          </div>
        ))}
      </dl>
      <h2 id="attestations">{say.attestations}</h2>
      <dl>
        {ATTESTATIONS.map((attestation) => (
          <div key={attestation}>
            <dt>{ATTESTATION[language][attestation]}</dt>
            <dd>{ATTESTATION_MEANS[language][attestation]}</dd>
          </div>
        ))}
      </dl>
      <p>{say.level}</p>
      <h2>{say.marks}</h2>
      <ul>
        {[say.disputed, say.single, say.discredited, say.claim].map((mark) => (
          <li key={mark}>{mark}</li>
        ))}
      </ul>
      <h2>{say.days}</h2>
      <p>{say.daysAre}</p>
      <h2>{say.take}</h2>
      <p>
        {say.rest} {page.halves.rest ? <a href="/api/v1">{say.restLink}</a> : null}
      </p>
      <h2>{say.licences}</h2>
      <p>{say.facts}</p>
      <p>{say.codes}</p>
      <p>
        {say.fonts} <SourceLink url="https://openfontlicense.org/">openfontlicense.org</SourceLink>
      </p>
      <p>
        {say.land} <SourceLink url="https://www.naturalearthdata.com/">naturalearthdata.com</SourceLink>
      </p>
      <h2>{say.map}</h2>
      <p>{say.disclaimer}</p>
    </Page>
  );
}
