import { Tabs, Text, Title } from '@mantine/core';
import type { ProgrammeView as Seen } from '../../preload/api';
import { BackLink } from '../BackLink';
import { DriftView } from '../drift/DriftView';
import { go, type ProgrammeView, programmeViews } from '../place';
import { useWords } from '../words/words';
import { EnrolledView } from './EnrolledView';
import { OwnView } from './OwnView';
import styles from './Programmes.module.css';
import { RulesView } from './RulesView';
import { SessionsView } from './SessionsView';
import { useProgramme, useProgrammes } from './useProgrammes';

/** One programme: all of it for who leads it, the own work and results for who rates in it. */
export function Programme({ programmeId, view }: { programmeId: string; view: ProgrammeView }) {
  const { t } = useWords();
  const { data: seen } = useProgramme(programmeId);
  if (seen === undefined) return null;
  return (
    <div className={styles.page}>
      <BackLink to={{ name: 'programmes' }}>{t('places.programmes')}</BackLink>
      {seen === null ? (
        <NoPart programmeId={programmeId} />
      ) : (
        <>
          <Title order={1} size="h2" className={styles.title}>
            {seen.programme.name}
          </Title>
          <Facts seen={seen} />
          <Open seen={seen} view={view} />
        </>
      )}
    </div>
  );
}

/** That it is there, and no more. */
function NoPart({ programmeId }: { programmeId: string }) {
  const { t } = useWords();
  const { data: programmes } = useProgrammes();
  if (programmes === undefined) return null;
  const there = programmes.find(({ id }) => id === programmeId);
  return (
    <>
      <Title order={1} size="h2" className={styles.title}>
        {there?.name ?? t('programmes.goneTitle')}
      </Title>
      <Text maw={620}>{t(there === undefined ? 'programmes.gone' : 'programmes.noPart')}</Text>
    </>
  );
}

function Facts({ seen: { programme, role, editionName } }: { seen: Seen }) {
  const { t } = useWords();
  return (
    <Text c="dimmed" mb="sm">
      {[
        editionName,
        t(`programmes.dimension.${programme.dimension}`),
        t('programmes.facts.attempts', { count: programme.attempts }),
        t('programmes.facts.valid', { count: programme.validMonths }),
        t(`programmes.role.${role}`),
      ].join(' · ')}
    </Text>
  );
}

function Open({ seen, view }: { seen: Seen; view: ProgrammeView }) {
  const { t } = useWords();
  const programmeId = seen.programme.id;
  switch (seen.role) {
    case 'none':
      return <Text maw={620}>{t('programmes.noPart')}</Text>;
    case 'rates':
      return <OwnView seen={seen} />;
    case 'leads':
      return (
        <Tabs
          value={view}
          onChange={(next) => {
            const found = programmeViews.find((one) => one === next);
            if (found !== undefined) go({ name: 'programme', programmeId, view: found });
          }}
          keepMounted={false}
        >
          <Tabs.List>
            {programmeViews.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`programmes.views.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={view} pt={14}>
            {view === 'raters' && <EnrolledView seen={seen} />}
            {view === 'sessions' && <SessionsView seen={seen} />}
            {view === 'rules' && <RulesView key={programmeId} seen={seen} />}
            {view === 'drift' && <DriftView programmeId={programmeId} />}
          </Tabs.Panel>
        </Tabs>
      );
    default:
      return seen.role satisfies never;
  }
}
