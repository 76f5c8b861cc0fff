import { Button, Tabs, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { Subject, SubjectProgress } from '../../db/progress';
import type { Library } from '../../preload/api';
import { AdherenceAgainstQuality } from '../charts/AdherenceAgainstQuality';
import { ItemsBySessions } from '../charts/ItemsBySessions';
import { SelfAgainstSupervisor } from '../charts/SelfAgainstSupervisor';
import { type Measure, overallMeasure, type Side } from '../charts/series';
import { go, hashOf, type ProgressView, progressViews } from '../place';
import { useLibrary, useProgress, useSubjects } from '../queries';
import { useWords } from '../words/words';
import { Basis } from './Basis';
import { EmptyProgress } from './EmptyProgress';
import { FilterBar } from './FilterBar';
import { choicesOf, type Filters, filtered, fitting, isFiltered } from './filter';
import { NotCounted } from './NotCounted';
import { OverTime } from './OverTime';
import styles from './Page.module.css';
import { SubjectSelect } from './SubjectSelect';
import { subjectCode, subjectName, suggested } from './subjects';

type Props = { subject: Subject | undefined; view: ProgressView; filters?: Filters | undefined };

/** How the work of a therapist, a pair or a group develops over sessions. */
export function Progress({ subject, view, filters = {} }: Props) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const { data: subjects } = useSubjects();
  const chosen = subject ?? (subjects && library && suggested(subjects, library));
  const { data: progress } = useProgress(chosen);
  if (library === undefined || subjects === undefined) return null;
  if (chosen === undefined)
    return <EmptyProgress order={1} title={t('progress.title')} text={t('progress.noTherapists')} />;

  const name = subjectName(chosen, library, t('progress.and'));
  return (
    <>
      <header className={styles.head}>
        <div>
          <Title order={1} size="h2">
            {[t('progress.title'), ...(name === undefined ? [] : [name])].join(' · ')}
          </Title>
          <Text c="dimmed">{progress && <Basis progress={progress} />}</Text>
        </div>
        <div className={styles.headChoices}>
          <SubjectSelect
            chosen={chosen}
            subjects={subjects}
            people={library}
            choose={(next) => go({ name: 'progress', subject: next, view, filters })}
          />
          {chosen.kind === 'therapist' && (
            <Button
              component="a"
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
              href={hashOf({ name: 'progressReport', therapistId: chosen.therapistId })}
            >
              {t('progress.report')}
            </Button>
          )}
        </div>
      </header>
      {progress && (
        <Found
          about={subjectCode(chosen, library)}
          subject={chosen}
          {...{ progress, library, view, filters }}
        />
      )}
    </>
  );
}

type FoundProps = {
  /** As files about the subject are called. */
  about: string;
  subject: Subject;
  progress: SubjectProgress;
  library: Library;
  view: ProgressView;
  filters: Filters;
};

/** What there is of the subject, as far as it passes the filters, in one of its views. */
function Found({ about, subject, progress, library, view, filters }: FoundProps) {
  const { t } = useWords();
  const [measure, setMeasure] = useState<Measure>(overallMeasure);
  const [side, setSide] = useState<Side>('quality');
  const [trend, setTrend] = useState(true);
  if (progress.ratings.length === 0) {
    return (
      <>
        <NotCounted progress={progress} />
        <EmptyProgress order={2} title={t('progress.nothingTitle')} text={t('progress.nothing')} />
      </>
    );
  }
  const choices = choicesOf(progress);
  const own = fitting(filters, choices, subject.kind === 'group');
  const { progress: shown, otherEditions } = filtered(progress, own);
  const filterBy = (next: Filters) => go({ name: 'progress', subject, view, filters: next });
  return (
    <Tabs
      value={view}
      onChange={(next) => {
        const to = progressViews.find((one) => one === next);
        if (to !== undefined) go({ name: 'progress', subject, view: to, filters });
      }}
      keepMounted={false}
    >
      <Tabs.List>
        {progressViews.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`progress.views.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={styles.bar}>
        <FilterBar choices={choices} filters={own} library={library} change={filterBy} />
        <p className={styles.shown} role="status">
          {isFiltered(own) &&
            t('progress.shown', {
              shown: shown.sessions.length,
              sessions: progress.sessions.length,
              ratings: shown.ratings.length,
              all: progress.ratings.length,
            })}
        </p>
      </div>
      {otherEditions > 0 && (
        <p className={styles.shown}>
          {t('progress.otherEditions', { count: otherEditions, name: shown.editions[0]?.name ?? '' })}
        </p>
      )}
      <NotCounted progress={shown} />
      {shown.ratings.length === 0 ? (
        <div className={styles.empty}>
          <Text fw={600}>{t('progress.nothingPasses')}</Text>
          <Button variant="default" onClick={() => filterBy({ edition: own.edition })}>
            {t('progress.clear')}
          </Button>
        </div>
      ) : (
        <Tabs.Panel value={view} pt={10}>
          {view === 'time' && (
            <OverTime
              about={about}
              subject={subject}
              library={library}
              progress={shown}
              {...{ measure, setMeasure, side, setSide, trend, setTrend }}
            />
          )}
          {view === 'items' && <ItemsBySessions about={about} progress={shown} />}
          {view === 'adherence' && <AdherenceAgainstQuality about={about} progress={shown} />}
          {view === 'self' && <SelfAgainstSupervisor about={about} progress={shown} />}
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
