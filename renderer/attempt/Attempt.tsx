import { Title } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AttemptResult } from '../../preload/api';
import { ask } from '../ask';
import { BackLink } from '../BackLink';
import { wallDay } from '../format';
import { useProgramme } from '../programmes/useProgrammes';
import { useWords } from '../words/words';
import styles from './Attempt.module.css';
import { NextCard } from './NextCard';
import { PractiseCard } from './PractiseCard';
import { RuleTable } from './RuleTable';
import { dimensionOf } from './results';
import { SessionTable } from './SessionTable';

type Props = { enrolmentId: string; attempt: number };

const useAttemptResult = (asked: Props) =>
  useQuery({
    queryKey: ['attemptResult', asked],
    queryFn: async () => (await ask('attemptResult', asked)) ?? null,
  });

/** What came of a test, once it is over. */
export function Attempt({ enrolmentId, attempt }: Props) {
  const { t } = useWords();
  const { data: found } = useAttemptResult({ enrolmentId, attempt });
  if (found === undefined) return null;
  if (found !== null && found.outcome === 'over')
    return <Over key={attempt} result={found} enrolmentId={enrolmentId} />;
  return (
    <>
      <Back programmeId={undefined} />
      <div className={styles.empty}>
        <h1>{t(found === null ? 'attempt.goneTitle' : 'attempt.hiddenTitle')}</h1>
        <p>{t(found === null ? 'attempt.gone' : 'attempt.hidden')}</p>
      </div>
    </>
  );
}

function Over({ result, enrolmentId }: { result: AttemptResult; enrolmentId: string }) {
  const { t, language } = useWords();
  const { data: seen } = useProgramme(result.programmeId);
  if (seen === undefined) return null;
  const enrolled = seen?.enrolments.find((one) => one.enrolmentId === enrolmentId);
  const met = result.rules.filter((one) => one.met).length;
  const Icon = result.passed ? IconCircleCheck : IconCircleMinus;
  return (
    <div className={styles.page}>
      <Back programmeId={result.programmeId} />
      <Title order={1} size="h2">
        {t('attempt.title', { name: result.raterName })}
      </Title>
      <p className={styles.facts}>
        {[
          ...(seen === null ? [] : [seen.programme.name]),
          seen === null
            ? t('attempt.numberAlone', { number: result.attempt })
            : t('attempt.number', { number: result.attempt, of: seen.programme.attempts }),
          ...new Set([wallDay(result.startedAt, language), wallDay(result.endedAt, language)]),
        ].join(' · ')}
      </p>
      <div className={styles.verdict} data-passed={result.passed} role="status">
        <Icon size={34} stroke={1.6} aria-hidden />
        <div>
          <strong>{t(result.passed ? 'attempt.passed' : 'attempt.failed')}</strong>
          <p>
            {result.passed
              ? t('attempt.passedSaid', { count: result.rules.length })
              : t('attempt.failedSaid', { count: met, of: result.rules.length })}
          </p>
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <RuleTable result={result} />
          <SessionTable result={result} />
        </div>
        <div className={styles.column}>
          {seen !== null && <NextCard result={result} enrolled={enrolled} seen={seen} />}
          <PractiseCard items={result.items} sides={dimensionOf(result) === 'both'} />
        </div>
      </div>
    </div>
  );
}

function Back({ programmeId }: { programmeId: string | undefined }) {
  const { t } = useWords();
  return (
    <BackLink
      to={
        programmeId === undefined
          ? { name: 'programmes' }
          : { name: 'programme', programmeId, view: 'raters' }
      }
    >
      {t('comparison.back')}
    </BackLink>
  );
}
