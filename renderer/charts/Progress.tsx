import { Button, Select, Text, Title } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useState } from 'react';
import type { Subject, SubjectProgress, Subjects } from '../../db/progress';
import { itemOf, items } from '../../db/scale';
import { dayLong } from '../format';
import { therapistLabel } from '../library/people';
import { go, hashOf, type ProgressView } from '../place';
import { useLibrary, useProgress, useSubjects } from '../queries';
import { useWords } from '../words/words';
import { ItemChart } from './ItemChart';
import { NotCounted } from './NotCounted';
import styles from './Progress.module.css';
import { ProgressTable } from './ProgressTable';
import { QualityChart } from './QualityChart';
import { type Measure, overallMeasure, type Point, pointsOf } from './series';

/** How the quality of a therapist's interventions develops over sessions. */
export function Progress({ subject, view }: { subject: Subject | undefined; view: ProgressView }) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const { data: subjects } = useSubjects();
  const chosen = subject ?? (subjects && mostSessions(subjects));
  const { data: progress } = useProgress(chosen);
  const rows = progress ?? undefined;
  const [measure, setMeasure] = useState<Measure>(overallMeasure);
  if (library === undefined) return null;
  if (library.therapists.length === 0)
    return <Empty title={t('progress.title')} text={t('progress.noTherapists')} />;

  const therapist = library.therapists.find(
    ({ id }) => chosen?.kind === 'therapist' && id === chosen.therapistId,
  );
  const overall = rows && pointsOf(rows, overallMeasure);
  const points = rows && pointsOf(rows, measure);
  return (
    <>
      <header className={styles.head}>
        <div>
          <Title order={1} size="h2">
            {[t('progress.title'), ...(therapist ? [therapistLabel(therapist)] : [])].join(' · ')}
          </Title>
          <Text c="dimmed">
            {rows !== undefined && points !== undefined && <Basis rows={rows} points={points} />}
          </Text>
        </div>
        <Select
          w={260}
          label={t('progress.therapist')}
          data={library.therapists.map((one) => ({ value: one.id, label: therapistLabel(one) }))}
          value={therapist?.id ?? null}
          allowDeselect={false}
          onChange={(id) =>
            id !== null && go({ name: 'progress', subject: { kind: 'therapist', therapistId: id }, view })
          }
        />
      </header>
      {progress && <NotCounted progress={progress} />}
      {rows?.ratings.length === 0 && (
        <Empty title={t('progress.nothingTitle')} text={t('progress.nothing')} />
      )}
      {rows !== undefined && rows.ratings.length > 0 && points !== undefined && (
        <>
          <div className={styles.top}>
            <QualityChart points={points} measure={measure} />
            <ProgressTable points={points} measure={measure} />
          </div>
          <section className="card" aria-labelledby="every-item">
            <h2 id="every-item">
              {t('progress.everyItem')} <span className={styles.how}>{t('progress.everyItemHow')}</span>
            </h2>
            <div className={styles.small}>
              <ItemChart
                points={overall ?? []}
                label={t('progress.overall')}
                chosen={measure === overallMeasure}
                choose={() => setMeasure(overallMeasure)}
              />
              {items.map(({ number }) => (
                <SmallItem key={number} rows={rows} number={number} measure={measure} choose={setMeasure} />
              ))}
            </div>
          </section>
        </>
      )}
    </>
  );
}

type Rows = SubjectProgress;

function SmallItem(props: {
  rows: Rows;
  number: number;
  measure: Measure;
  choose: (measure: Measure) => void;
}) {
  const { language } = useWords();
  const { number } = props;
  return (
    <ItemChart
      points={pointsOf(props.rows, number)}
      number={number}
      label={itemOf(number).short[language]}
      chosen={props.measure === number}
      choose={() => props.choose(number)}
    />
  );
}

/** What the page rests on: sessions, span of time, and how many have more than one rater. */
function Basis({ rows, points }: { rows: Rows; points: readonly Point[] }) {
  const { t, language } = useWords();
  const double = points.filter(({ raters }) => raters.length > 1).length;
  const rated = new Set(rows.ratings.map(({ sessionId }) => sessionId));
  const sessions = rated.size;
  const days = rows.sessions
    .filter(({ id }) => rated.has(id))
    .map(({ date }) => date)
    .sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const span =
    first === last
      ? dayLong(first || '1970-01-01', language)
      : `${dayLong(first, language)} – ${dayLong(last, language)}`;
  return (
    <>
      {t('progress.sessions', { count: sessions })} · {span} · {t('progress.double', { count: double })}
    </>
  );
}

function Empty({ title, text }: { title: string; text: string }) {
  const { t } = useWords();
  return (
    <div className={styles.empty}>
      <IconChartLine size={56} stroke={1.2} color="var(--accent)" aria-hidden />
      <Title order={1} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={420}>
        {text}
      </Text>
      <Button component="a" href={hashOf({ name: 'library' })} mt="xs">
        {t('progress.toLibrary')}
      </Button>
    </div>
  );
}

/** The therapist with the most sessions stands first on an empty page. */
function mostSessions({ therapists }: Subjects): Subject | undefined {
  const [most] = therapists.toSorted((a, b) => b.sessions - a.sessions);
  return most && { kind: 'therapist', therapistId: most.therapistId };
}
