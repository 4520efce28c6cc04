// How an act is told: its name and its days as corrected, what was said of it since, and what it rests on.
import type { KnownAct, KnownSource, Said } from '#read-models';
import type { Citation } from '#register';
import { edtf, instant } from '../words/days.js';
import { ACT, ATTESTATION, INSTRUMENT, ROLE, SIGNATURE_KIND } from '../words/vocabulary.js';
import { WHY } from '../words/why.js';
import { onSameClocks, type PageContext } from './context.js';
import { SourceLink } from './parts.js';

interface OfAct {
  readonly page: PageContext;
  readonly act: KnownAct;
}

/** What is said to have happened, with its kind: "Charter signed (ad referendum)". */
export function ActName({ page: { language }, act: { resolved } }: OfAct) {
  const { type, data } = resolved.act;
  const kind =
    type === 'CharterSigned'
      ? SIGNATURE_KIND[language][data.kind]
      : type === 'InstrumentDeposited'
        ? INSTRUMENT[language][data.kind]
        : 'role' in data
          ? ROLE[language][data.role]
          : undefined;
  return <strong>{kind === undefined ? ACT[language][type] : `${ACT[language][type]} (${kind})`}</strong>;
}

/** The day of an act with its precision, and the day from which it takes effect where that is another. */
export function ActDays({ page: { language }, act: { resolved } }: OfAct) {
  const { on, effectiveOn } = resolved.act.data;
  return (
    <span>
      {edtf(language, on)}
      {effectiveOn === undefined ? '' : ` · ${WHY[language].effective(edtf(language, effectiveOn))}`}
    </span>
  );
}

interface SaidProps {
  readonly page: PageContext;
  readonly said: readonly Said[];
  readonly sources: ReadonlyMap<string, KnownSource>;
}

/** What was said of an act since it was recorded, each with its reason and its sources; nothing where nothing was. */
export function SaidOf({ page, said, sources }: SaidProps) {
  if (said.length === 0) return null;
  const say = WHY[page.language];
  return (
    <ul class="said">
      {said.map(({ eventId, event, recordedAt, position }) => (
        <li key={eventId} id={eventId}>
          {'by' in event.data ? (
            <>
              {say.deniedBy} <bdi>{event.data.by.name ?? event.data.by.state}</bdi>,{' '}
              {edtf(page.language, event.data.on)}, {ATTESTATION[page.language][event.data.attestation]}
            </>
          ) : (
            say[event.type]
          )}{' '}
          <span class="soft">
            {instant(page.language, recordedAt)} · {say.position(String(position))}
          </span>{' '}
          {'reason' in event.data && event.data.reason !== undefined ? (
            <q dir="auto">{event.data.reason}</q>
          ) : null}
          {'note' in event.data && event.data.note !== undefined ? <q dir="auto">{event.data.note}</q> : null}
          <Citations page={page} citations={event.data.sources ?? []} sources={sources} />
        </li>
      ))}
    </ul>
  );
}

interface CitationsProps {
  readonly page: PageContext;
  readonly citations: readonly Citation[];
  readonly sources: ReadonlyMap<string, KnownSource>;
}

/** The sources that an act rests on, each with what it says in its own words. */
export function Citations({ page, citations, sources }: CitationsProps) {
  if (citations.length === 0) return null;
  return (
    <ul class="citations">
      {citations.map(({ source: id, quote }, at) => {
        const source = sources.get(id);
        const spoken = source?.registered.language;
        return (
          <li key={`${id} ${String(at)}`}>
            <SourceName page={page} id={id} source={source} />
            {quote === undefined ? null : (
              <blockquote lang={spoken} dir="auto">
                {quote}
              </blockquote>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Outlet and title of a source with the way to its page and to its address; its id where the register does not have it. */
export function SourceName({
  page,
  id,
  source,
}: {
  readonly page: PageContext;
  readonly id: string;
  readonly source: KnownSource | undefined;
}) {
  if (!source) return <bdi>{id}</bdi>;
  const { outlet, title, url, language } = source.registered;
  return (
    <>
      {page.halves.pages ? (
        <a href={onSameClocks(page, `/sources/${id}`)}>
          <bdi>{outlet}</bdi>
        </a>
      ) : (
        <bdi>{outlet}</bdi>
      )}{' '}
      {title === undefined ? null : <bdi lang={language}>{title}</bdi>}{' '}
      {url === undefined ? null : (
        <SourceLink url={url}>{URL.canParse(url) ? new URL(url).hostname : url}</SourceLink>
      )}{' '}
      {source.verdict?.type === 'SourceDiscredited' ? (
        <span class="mark bad">{WHY[page.language].discredited}</span>
      ) : null}
    </>
  );
}
