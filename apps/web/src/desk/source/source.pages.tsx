// A source as the desk handles it: registered, looked at with its copies, discredited and reinstated.
import type { DossierEvent, KnownAct, KnownSource } from '#read-models';
import { isolate } from '../../drawing/figure.js';
import type { PageContext } from '../../page/context.js';
import { DayField } from '../../page/day-field.js';
import { Facts, textFact } from '../../page/facts.js';
import { CheckField, Field, type FieldFault } from '../../page/forms.js';
import { SourceLink } from '../../page/parts.js';
import { NewSourceFields } from '../../page/new-source-fields.js';
import { sourceLabel } from '../../page/source-fields.js';
import { Table } from '../../page/table.js';
import { edtf } from '../../words/days.js';
import type { Names } from '../../words/refusals.js';
import { languageName } from '../../words/language.js';
import { ACT } from '../../words/vocabulary.js';
import { optional } from '../desk-words.js';
import { DeskForm, opened, type Filled } from '../desk-form.js';
import { DeskPage } from '../desk-page.js';
import { History } from '../history.js';
import { SOURCE } from './source-words.js';

export function SourcesPage({
  page,
  sources,
}: {
  readonly page: PageContext;
  readonly sources: readonly KnownSource[];
}) {
  const { language } = page;
  const say = SOURCE[language];
  return (
    <DeskPage page={page} title={say.sources}>
      <p class="actions">
        <a class="button" href="/admin/sources/new">
          {say.register}
        </a>
      </p>
      <h2>{say.latest}</h2>
      {sources.length === 0 ? <p>{say.empty}</p> : null}
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <a href={`/admin/sources/${source.id}`}>{sourceLabel(source, language)}</a>{' '}
            {isDiscredited(source) ? <span class="mark bad">{say.discredited}</span> : null}
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}

export const isDiscredited = ({ verdict }: KnownSource): boolean => verdict?.type === 'SourceDiscredited';

interface NewSourceProps extends Filled {
  readonly page: PageContext;
  /** Registered at the same address already. */
  readonly twins: readonly KnownSource[];
}

export function NewSourcePage({ page, twins, typed, faults }: NewSourceProps) {
  const { language } = page;
  const say = SOURCE[language];
  return (
    <DeskPage page={page} title={say.register} under={[['/admin/sources', say.sources]]}>
      <DeskForm page={page} typed={typed} faults={faults} back="/admin/sources">
        {twins.length === 0 ? null : (
          <div class="warning">
            <p>{say.known}</p>
            <ul>
              {twins.map((source) => (
                <li key={source.id}>
                  <a href={`/admin/sources/${source.id}`}>{sourceLabel(source, language)}</a>
                </li>
              ))}
            </ul>
            <CheckField name="anyway" label={say.anyway} typed={typed} />
          </div>
        )}
        <NewSourceFields page={page} typed={typed} faults={faults} prefix="" />
      </DeskForm>
    </DeskPage>
  );
}

interface SourcePageProps {
  readonly page: PageContext;
  readonly source: KnownSource;
  readonly events: readonly DossierEvent[];
  readonly acts: readonly KnownAct[];
  /** How states and bodies are called. */
  readonly names: Names;
  readonly flash?: string | undefined;
  /** Of the form that stores a copy. */
  readonly copy?: Filled;
}

export function SourcePage({ page, source, events, acts, names, flash, copy }: SourcePageProps) {
  const { language } = page;
  const say = SOURCE[language];
  const { title, outlet } = source.registered;
  const discredited = isDiscredited(source);
  const address = `/admin/sources/${source.id}`;
  return (
    <DeskPage
      page={page}
      title={title ?? outlet}
      heading={<bdi lang={source.registered.language}>{title ?? outlet}</bdi>}
      under={[['/admin/sources', say.sources]]}
      flash={flash}
      twin={`/api/v1/sources/${source.id}`}
    >
      <SourceFacts page={page} source={source} />
      {discredited ? (
        <p class="warning">
          {say.discredited}: <bdi>{source.verdict?.data.reason}</bdi>
        </p>
      ) : (
        <p>{say.trusted}</p>
      )}
      <p class="actions">
        {discredited ? (
          <a class="button" href={`${address}/reinstate`}>
            {say.reinstate}
          </a>
        ) : (
          <a class="button dangerous" href={`${address}/discredit`}>
            {say.discredit}
          </a>
        )}
        {page.halves.pages ? <a href={`/sources/${source.id}`}>{say.see}</a> : null}
      </p>
      <Copies page={page} source={source} />
      <StoreCopy page={page} source={source} {...(copy ?? opened(events.length))} />
      <Acts page={page} source={source} acts={acts} names={names} />
      <h2>{say.history}</h2>
      <History page={page} events={events} />
    </DeskPage>
  );
}

function SourceFacts({
  page: { language },
  source: { registered },
}: {
  readonly page: PageContext;
  readonly source: KnownSource;
}) {
  const say = SOURCE[language];
  const { outlet, url, publishedOn, byline, reliesOn = [], note, language: tag } = registered;
  return (
    <Facts
      columns
      facts={[
        url !== undefined && [
          say.address,
          <span class="address">
            <SourceLink url={url}>{url}</SourceLink>
          </span>,
        ],
        textFact(say.outlet, outlet),
        textFact(say.language, languageName(language, tag)),
        textFact(say.published, publishedOn === undefined ? say.noDay : edtf(language, publishedOn)),
        textFact(say.byline, byline),
        textFact(say.reliesOn, reliesOn.length === 0 ? undefined : reliesOn.join(' · ')),
        textFact(say.note, note),
      ]}
    />
  );
}

function Copies({ page, source }: { readonly page: PageContext; readonly source: KnownSource }) {
  const { language } = page;
  const say = SOURCE[language];
  if (source.copies.length === 0) {
    return (
      <>
        <h2>{say.copies}</h2>
        <p>{say.copiesNone}</p>
      </>
    );
  }
  return (
    <>
      <h2>{say.copies}</h2>
      <Table
        id="copies"
        caption={say.copies}
        heads={[say.sha256, say.kind, say.size, say.retrieved, say.download]}
      >
        {source.copies.map(({ sha256, mediaType, bytes, retrievedOn }) => (
          <tr key={sha256}>
            <th scope="row">
              <code>{sha256}</code>
            </th>
            <td>
              <bdi>{mediaType}</bdi>
            </td>
            <td>{say.bytes(bytes)}</td>
            <td>{retrievedOn === undefined ? '' : edtf(language, retrievedOn)}</td>
            <td>
              <a href={`/admin/sources/${source.id}/copies/${sha256}`} download>
                {say.download}
              </a>
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function StoreCopy({
  page,
  source,
  typed,
  faults,
}: Filled & { readonly page: PageContext; readonly source: KnownSource }) {
  const say = SOURCE[page.language];
  return (
    <details open={faults.length > 0 || source.copies.length === 0}>
      <summary>{say.upload}</summary>
      <DeskForm
        page={page}
        typed={typed}
        faults={faults}
        action={`/admin/sources/${source.id}/copies`}
        back={`/admin/sources/${source.id}`}
        submit={say.upload}
        files
      >
        <FileField label={say.file} hint={say.fileHint} faults={faults} />
        <DayField
          page={page}
          typed={typed}
          faults={faults}
          name="retrievedOn"
          label={optional(page.language, say.retrievedOn)}
          optional
        />
      </DeskForm>
    </details>
  );
}

const ACCEPTED = '.pdf,.html,.htm,.txt,.png,.jpg,.jpeg,.webp';

const FileField = (props: {
  readonly label: string;
  readonly hint: string;
  readonly faults: readonly FieldFault[];
}) => (
  <Field name="copy" {...props}>
    {(control) => <input {...control} type="file" accept={ACCEPTED} />}
  </Field>
);

function Acts({ page, source, acts, names }: Pick<SourcePageProps, 'page' | 'source' | 'acts' | 'names'>) {
  const { language, halves } = page;
  const say = SOURCE[language];
  return (
    <>
      <h2>{say.acts}</h2>
      {acts.length === 0 ? <p>{say.actsNone}</p> : null}
      <ul>
        {acts.map(({ row: { eventId, body, state, type, effectiveDay } }) => (
          <li key={eventId}>
            <a href={`/memberships/${body}/${state}`}>
              {[names.state(state), names.body(body)].map(isolate).join(' · ')}
            </a>{' '}
            {ACT[language][type as keyof (typeof ACT)['en']]} · {edtf(language, effectiveDay)}
          </li>
        ))}
      </ul>
      {halves.pages && acts.length > 0 ? (
        <p>
          <a href={`/sources/${source.id}`}>{say.actsMore}</a>
        </p>
      ) : null}
    </>
  );
}
