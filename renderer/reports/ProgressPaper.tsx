import type { Edition, Feedback } from '../../db/model';
import { dayLong, signed, wallDay } from '../format';
import type { Held } from '../held';
import { useWords } from '../words/words';
import type { Choices } from './choices';
import { Development, Period } from './Development';
import { FeedbackPart } from './FeedbackPart';
import { Strengths, ToWorkOn } from './Findings';
import { Facts, PaperHead, Part } from './Paper';
import styles from './Paper.module.css';
import { ProgressBasis } from './ProgressBasis';
import { type People, raterIn } from './people';
import type { ProgressFigures } from './progressFigures';
import { Written } from './Written';

export type ProgressPaperProps = {
  therapist: string;
  edition: Pick<Edition, 'id' | 'name'>;
  figures: ProgressFigures;
  feedback: readonly Feedback[];
  draft: Held<string>;
  viewer: { raterId: string; raterName: string } | undefined;
  people: People & { groups: readonly { id: string; name: string }[] };
  choices: Choices;
  version: string;
};

const mostEvents = 20;

/** Everything that stands in the report of a therapist's progress, in the order of the paper. */
export function ProgressPaper(props: ProgressPaperProps) {
  const { t, language } = useWords();
  const { therapist, figures, choices } = props;
  const { shows } = choices;
  const [first, last] = [figures.sessions[0]?.date, figures.sessions.at(-1)?.date];
  const days = [...new Set([first, last])].flatMap((day) =>
    day === undefined ? [] : dayLong(day, language),
  );
  const found = { quality: figures.quality, of: 'sessions' } as const;
  const supervised = figures.overall.quality.some(({ mean }) => mean !== null);
  return (
    <>
      <PaperHead kind={t('reports.progress')} title={therapist} about={days.join(' – ')} />
      {shows('about') && <ProgressFacts {...props} period={days.join(' – ')} />}
      {days.length === 0 && <p className={styles.nothing}>{t('reports.nothingInPeriod')}</p>}
      {shows('overTime') && days.length > 0 && <Development figures={figures} />}
      {days.length > 0 && !supervised && <p className={styles.nothing}>{t('reports.onlySelf')}</p>}
      {shows('strengths') && supervised && <Strengths {...found} />}
      {shows('toWorkOn') && supervised && <ToWorkOn {...found} />}
      {shows('period') && supervised && <Period figures={figures} />}
      {shows('self') && <SelfLine figures={figures} />}
      {shows('events') && <Events figures={figures} />}
      {shows('feedback') && <FeedbackPart {...props} />}
      {shows('basis') && <ProgressBasis figures={figures} />}
    </>
  );
}

function ProgressFacts(props: ProgressPaperProps & { period: string }) {
  const { t, language } = useWords();
  const { therapist, edition, figures, people, version, period } = props;
  const { sessions, ratings, led } = figures;
  const sessionsOf = (raterId: string) =>
    new Set(ratings.filter((one) => one.raterId === raterId).map(({ sessionId }) => sessionId)).size;
  const raters = [...new Map(ratings.map((one) => [one.raterId, one])).values()];
  const groups = [...new Set(sessions.map(({ groupId }) => groupId))].flatMap(
    (id) => people.groups.find((group) => group.id === id)?.name ?? [],
  );
  const purposes = [...new Set(ratings.map(({ purpose }) => purpose))];
  return (
    <Part title={t('reports.section.about')}>
      <Facts
        facts={[
          { name: t('reports.therapist'), value: <bdi>{therapist}</bdi> },
          { name: t('reports.edition'), value: <bdi>{edition.name}</bdi> },
          { name: t('reports.ratedSessions'), value: t('reports.ratedOf', { count: sessions.length, led }) },
          {
            name: t('reports.purposes'),
            value: purposes.map((purpose) => t(`purpose.${purpose}`)).join(', '),
          },
          { name: t('reports.made'), value: wallDay(new Date().toISOString(), language) },
          { name: t('reports.program'), value: t('settings.version', { version }) },
          { name: t('reports.periodShort'), value: period, wide: true },
          groups.length === 0
            ? undefined
            : { name: t('session.group'), value: <bdi>{groups.join(', ')}</bdi>, wide: true },
          {
            name: t('reports.ratersShort'),
            value: (
              <bdi>
                {raters
                  .map(
                    (one) =>
                      `${raterIn(people, one, t)} (${t('reports.sessions', { count: sessionsOf(one.raterId) })})`,
                  )
                  .join(' · ')}
              </bdi>
            ),
            wide: true,
          },
        ]}
      />
    </Part>
  );
}

/** One line; nothing where no session has both. */
function SelfLine({ figures }: { figures: ProgressFigures }) {
  const { t, language } = useWords();
  const { count, mean, lowest, highest } = figures.selfDifference;
  if (mean === null || lowest === null || highest === null) return null;
  return (
    <Part title={t('reports.section.self')}>
      <p>
        {t('reports.selfLine', {
          count,
          difference: signed(mean, language),
          lowest: signed(lowest, language),
          highest: signed(highest, language),
        })}
      </p>
    </Part>
  );
}

function Events({ figures }: { figures: ProgressFigures }) {
  const { t, language } = useWords();
  const { events } = figures;
  if (events.length === 0) return null;
  return (
    <Part title={t('reports.section.events')}>
      <ul>
        {events.slice(0, mostEvents).map(({ id, date, name }) => (
          <li key={id} className={styles.event}>
            <span>{dayLong(date, language)}</span>
            <Written text={name} longest={200} />
          </li>
        ))}
      </ul>
      {events.length > mostEvents && (
        <p className={styles.more}>{t('reports.moreEvents', { count: events.length - mostEvents })}</p>
      )}
    </Part>
  );
}
