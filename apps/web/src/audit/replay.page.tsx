import type { ComponentProps } from 'preact';
import { words } from '../words/language.js';
import { AuditPage } from './audit-page.js';
import { ReplayForm } from './replay-form.js';

const WORDS = words({
  en: {
    title: 'Replay the register',
    about:
      'Folds the log anew from its start, in memory, and compares what comes out with the live tables, row by row. Nothing is written. It may take minutes on a long log; you can close the page meanwhile.',
  },
  ar: {
    title: 'إعادة احتساب السجل',
    about:
      'تُحتسب الأحداث من جديد من أولها في الذاكرة، ثم يُقارن الناتج بالجداول الحية صفاً صفاً. لا يُكتب شيء. قد يستغرق ذلك دقائق إذا طال السجل، ويمكنك إغلاق الصفحة في هذه الأثناء.',
  },
});

export function ReplayPage(props: ComponentProps<typeof ReplayForm>) {
  const say = WORDS[props.page.language];
  return (
    <AuditPage page={props.page} title={say.title}>
      <p>{say.about}</p>
      <ReplayForm {...props} />
    </AuditPage>
  );
}
