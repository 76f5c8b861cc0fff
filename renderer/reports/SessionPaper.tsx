import type { Feedback, Phase, Session } from '../../db/model';
import { clockSeconds, dayLong, wallDay } from '../format';
import type { Held } from '../held';
import { purposeBeside } from '../results/named';
import { useWords } from '../words/words';
import type { Choices } from './choices';
import { FeedbackPart } from './FeedbackPart';
import { Strengths, ToWorkOn } from './Findings';
import { ItemMoments, OverallNotes } from './ItemMoments';
import { MomentList } from './MomentLine';
import { missedOf, type ReportMoment } from './moments';
import { Facts, PaperHead, Part } from './Paper';
import styles from './Paper.module.css';
import { type People, raterIn, therapistIn } from './people';
import { plainText } from './plainText';
import { SessionBasis } from './SessionBasis';
import { SessionProfile } from './SessionProfile';
import type { SessionFigures } from './sessionFigures';
import { sessionTitle } from './titles';

export type SessionPaperProps = {
  session: Session;
  phases: readonly Phase[];
  durationMs: number | null;
  figures: SessionFigures;
  feedback: readonly Feedback[];
  draft: Held<string>;
  viewer: { raterId: string; raterName: string } | undefined;
  people: People & { groups: readonly { id: string; name: string }[] };
  choices: Choices;
  version: string;
};

const mostMissed = 12;
const mostPhases = 24;

/** Everything that stands in the report of a session, in the order of the paper. */
export function SessionPaper(props: SessionPaperProps) {
  const { t, language } = useWords();
  const { session, figures, people, choices } = props;
  const therapists = {
    first: therapistIn(people, session.firstTherapistId),
    second: therapistIn(people, session.secondTherapistId),
  };
  const several = figures.shown.length > 1;
  const momentsOf = (ratings: SessionFigures['shown']): ReportMoment[] =>
    ratings.flatMap(({ marks, rating, raterName }) =>
      marks.map((mark) => ({
        ...mark,
        rater: several ? raterIn(people, { raterId: rating.raterId, raterName }, t) : undefined,
      })),
    );
  const all = momentsOf(figures.shown);
  const counted = momentsOf(figures.counted);
  const missed = missedOf(all);
  const { shows } = choices;
  const found = { quality: figures.quality, of: 'raters', moments: counted, therapists } as const;
  return (
    <>
      <PaperHead
        kind={t('reports.session')}
        title={sessionTitle(session, people.groups, t)}
        about={dayLong(session.date, language)}
      />
      {shows('facts') && <SessionFacts {...props} therapists={therapists} />}
      {shows('profile') && <SessionProfile figures={figures} />}
      {shows('strengths') && <Strengths {...found} />}
      {shows('toWorkOn') && <ToWorkOn {...found} />}
      {shows('missed') && missed.length > 0 && (
        <Part title={t('reports.section.missed')} how={t('reports.missedHow')} flows>
          <MomentList moments={missed} therapists={therapists} most={mostMissed} longest={300} named />
        </Part>
      )}
      {shows('feedback') && <FeedbackPart {...props} />}
      {shows('moments') && (
        <ItemMoments figures={figures} moments={all} therapists={therapists} people={people} />
      )}
      {shows('notes') && <OverallNotes figures={figures} people={people} />}
      {shows('basis') && <SessionBasis figures={figures} people={people} />}
    </>
  );
}

type FactsProps = SessionPaperProps & {
  therapists: { first: string | undefined; second: string | undefined };
};

function SessionFacts({ session, phases, durationMs, figures, people, therapists, version }: FactsProps) {
  const { t, language } = useWords();
  const group = people.groups.find(({ id }) => id === session.groupId)?.name;
  const fact = (name: string, value: string | number | null | undefined) =>
    value == null ? undefined : { name, value: <bdi>{value}</bdi> };
  return (
    <Part title={t('reports.section.facts')}>
      <Facts
        facts={[
          fact(t('session.group'), group),
          fact(t('session.number'), session.number),
          fact(t('session.firstTherapistId'), therapists.first),
          fact(t('session.secondTherapistId'), therapists.second),
          fact(t('session.date'), dayLong(session.date, language)),
          fact(t('session.patientsPresent'), session.patientsPresent),
          fact(t('reports.length'), durationMs === null ? undefined : clockSeconds(durationMs)),
          fact(t('reports.edition'), figures.shown[0]?.edition.name),
          fact(t('reports.made'), wallDay(new Date().toISOString(), language)),
          fact(t('reports.program'), t('settings.version', { version })),
          phases.length === 0
            ? undefined
            : {
                name: t('phase.lane'),
                value: <Phases phases={phases} />,
                wide: true,
              },
          {
            name: t('session.ratings'),
            value: (
              <ul>
                {figures.shown.map((one) => (
                  <li key={one.rating.id}>
                    <RatingFact one={one} people={people} />
                  </li>
                ))}
              </ul>
            ),
            wide: true,
          },
        ]}
      />
    </Part>
  );
}

function Phases({ phases }: { phases: readonly Phase[] }) {
  const { t } = useWords();
  const more = phases.length - mostPhases;
  return (
    <ul className={styles.phases}>
      {phases.slice(0, mostPhases).map(({ id, name, startMs }) => (
        <li key={id}>
          {clockSeconds(startMs)} <bdi>{plainText(name, 60)}</bdi>
        </li>
      ))}
      {more > 0 && <li>{t('reports.morePhases', { count: more })}</li>}
    </ul>
  );
}

/** Who rated for what, when it was handed in, and how much of the recording stands behind it. */
function RatingFact({ one, people }: { one: SessionFigures['shown'][number]; people: People }) {
  const { t, language } = useWords();
  const { rating, raterName, coverage } = one;
  const said = [
    raterIn(people, { raterId: rating.raterId, raterName }, t),
    purposeBeside(rating.purpose, t)?.toLocaleLowerCase(language),
    rating.submittedAt === null
      ? undefined
      : t('reports.submitted', { day: wallDay(rating.submittedAt, language) }),
    rating.version === 1 ? undefined : t('reports.version', { version: rating.version }),
    rating.purpose === 'consensus'
      ? undefined
      : coverage.share === undefined
        ? t('reports.coverageUnknown')
        : t('reports.coverage', { share: Math.floor(100 * coverage.share) }),
  ];
  return <bdi>{said.filter((part) => part !== undefined).join(' · ')}</bdi>;
}
