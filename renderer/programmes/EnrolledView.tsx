import { Button, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProgrammeView } from '../../preload/api';
import { CohortCard } from '../drift/CohortCard';
import { localDay } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { EnrolDialog } from './EnrolDialog';
import { EnrolledTable } from './EnrolledTable';
import styles from './Programmes.module.css';
import { standingOf } from './standing';

/** Who is where in the programme: the raters, and what each can be given next. */
export function EnrolledView({ seen }: { seen: ProgrammeView }) {
  const { t } = useWords();
  const [enrolling, setEnrolling] = useState(false);
  const { programme, enrolments, sessions } = seen;
  const today = localDay(new Date());
  return (
    <Stack gap="md">
      <section className="card" aria-labelledby="enrolled">
        <div className={styles.cardHead}>
          <div>
            <h2 id="enrolled">{t('programmes.raters.title')}</h2>
            <p className={styles.quiet}>{enrolments.length === 0 ? t('programmes.raters.none') : said()}</p>
          </div>
          <Button
            variant={enrolments.length === 0 && sessions.length > 0 ? 'filled' : 'default'}
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setEnrolling(true)}
          >
            {t('programmes.raters.enrol')}
          </Button>
        </div>
        {enrolments.length > 0 && <EnrolledTable seen={seen} today={today} />}
        {sessions.length === 0 && (
          <div className={styles.next}>
            <p>{t('programmes.raters.noSessions')}</p>
            <Button
              component="a"
              size="xs"
              href={hashOf({ name: 'programme', programmeId: programme.id, view: 'sessions' })}
            >
              {t('programmes.raters.toSessions')}
            </Button>
          </div>
        )}
      </section>
      {enrolments.length > 0 && <CohortCard programmeId={programme.id} />}
      {enrolling && <EnrolDialog seen={seen} close={() => setEnrolling(false)} />}
    </Stack>
  );

  function said(): string {
    const { enrolled, inPractice, inTest, certified, runningOut, alarms } = standingOf(enrolments, today);
    return [
      t('programmes.standing.enrolled', { count: enrolled }),
      t('programmes.standing.inPractice', { count: inPractice }),
      t('programmes.standing.inTest', { count: inTest }),
      t('programmes.standing.certified', { count: certified }),
      ...(runningOut === 0 ? [] : [t('programmes.standing.runningOut', { count: runningOut })]),
      ...(alarms === 0 ? [] : [t('programmes.standing.alarms', { count: alarms })]),
    ].join(' · ');
  }
}
