import { ActionIcon, Button } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrolled, ProgrammeView } from '../../preload/api';
import { AskFirst } from '../AskFirst';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';
import { GiveTest } from './GiveTest';
import styles from './Programmes.module.css';
import { mayTakeTest } from './standing';

type Props = { rater: Enrolled; seen: ProgrammeView; today: string };

/** What who leads can do about one rater. */
export function EnrolledActions({ rater, seen, today }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState(false);
  const { name, id } = rater.rater;
  const { mutate: end } = useMutation({
    mutationFn: () => ask('endEnrolment', rater.enrolmentId),
    onSuccess: refresh,
  });
  const { mutate: takeBack, isPending } = useMutation({
    mutationFn: () => ask('enrol', { programmeId: seen.programme.id, raterId: id }),
    onSuccess: refresh,
  });
  if (rater.endedAt !== null) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        disabled={isPending}
        onClick={() => takeBack()}
        aria-label={t('programmes.raters.takeBackOf', { name })}
      >
        {t('programmes.raters.takeBack')}
      </Button>
    );
  }
  return (
    <span className={styles.buttons}>
      {mayTakeTest(rater, seen.programme.attempts, today) && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setGiving(true)}
          aria-label={t('programmes.give.openOf', { name })}
        >
          {t('programmes.give.open')}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('programmes.raters.endOf', { name })}
        title={t('programmes.raters.endOf', { name })}
        onClick={() => setEnding(true)}
      >
        <IconUserMinus size={18} stroke={1.8} aria-hidden />
      </ActionIcon>
      {giving && <GiveTest rater={rater} seen={seen} close={() => setGiving(false)} />}
      {ending && (
        <AskFirst
          title={t('programmes.raters.endTitle', { name })}
          text={t('programmes.raters.endText')}
          go={t('programmes.raters.end')}
          run={() => end()}
          close={() => setEnding(false)}
        />
      )}
    </span>
  );
}
