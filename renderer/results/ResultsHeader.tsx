import { Button, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { Results } from '../../db/results';
import type { Library } from '../../preload/api';
import { BackLink } from '../BackLink';
import { ConsensusButton } from '../consensus/ConsensusButton';
import { dayLong } from '../format';
import { therapistLabel } from '../library/people';
import { hashOf } from '../place';
import { useSessionTitle } from '../session/useSessionTitle';
import { useWords } from '../words/words';
import styles from './Results.module.css';

type Props = { session: Results['session']; library: Library; hasResults: boolean };

/** Which session it is, and the ways on: back to it, its report, the progress of those who led it. */
export function ResultsHeader({ session, library, hasResults }: Props) {
  const { t, language } = useWords();
  const title = useSessionTitle(session, library);
  const led = [session.firstTherapistId, session.secondTherapistId].flatMap(
    (id) => library.therapists.find((one) => one.id === id) ?? [],
  );
  return (
    <>
      <BackLink to={{ name: 'session', sessionId: session.id }}>{t('desk.back')}</BackLink>
      <header className={styles.head}>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <p className={styles.facts}>
            <span>{dayLong(session.date, language)}</span>
            {led.map((therapist) => (
              <a
                key={therapist.id}
                href={hashOf({
                  name: 'progress',
                  subject: { kind: 'therapist', therapistId: therapist.id },
                  view: 'time',
                })}
              >
                {t('results.progressOf', { name: therapistLabel(therapist) })}
              </a>
            ))}
          </p>
        </div>
        <div className={styles.ways}>
          <ConsensusButton sessionId={session.id} library={library} />
          {hasResults && (
            <Button
              component="a"
              href={hashOf({ name: 'report', sessionId: session.id })}
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {t('results.report')}
            </Button>
          )}
        </div>
      </header>
    </>
  );
}
