import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Drift, Given } from '../../preload/api';
import { ask } from '../ask';
import { useSessionName } from '../programmes/useSessionName';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';
import styles from './Drift.module.css';

type Props = { drift: Drift; drifts: readonly Drift[] };
type Asked = { enrolmentId: string; sessionId: string; kind: 'check' | 'double' };

/** A standard session for the rater, or a session of the rater's for another. Neither is told which it is. */
export function GiveCheck({ drift, drifts }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const {
    mutate: give,
    data: given,
    variables,
    isPending,
  } = useMutation<Given, Error, Asked>({
    mutationFn: (asked) => ask('giveCheck', asked),
    onSuccess: refresh,
  });
  const nameOf = (enrolmentId: string) =>
    drifts.find((one) => one.enrolmentId === enrolmentId)?.rater.name ?? '';
  return (
    <section className="card" aria-labelledby="drift-give">
      <h2 id="drift-give">{t('drift.give')}</h2>
      <p className={styles.quiet}>{t('drift.giveHow')}</p>
      <StandardSession key={`check ${drift.enrolmentId}`} drift={drift} disabled={isPending} give={give} />
      <DoubleCoding
        key={`double ${drift.enrolmentId}`}
        drift={drift}
        drifts={drifts}
        disabled={isPending}
        give={give}
      />
      <p role="status" className={styles.given}>
        {given !== undefined && variables !== undefined && said(given, nameOf(variables.enrolmentId))}
      </p>
    </section>
  );

  function said({ outcome }: Given, name: string): string {
    switch (outcome) {
      case 'given':
        return t('drift.given', { name });
      case 'ended':
      case 'known':
      case 'noStandard':
      case 'noSessions':
        return t(`drift.refused.${outcome}`, { name });
      // A check is never refused for what goes for tests alone.
      case 'underWay':
      case 'passed':
      case 'noAttempts':
      case 'notYours':
        return t('drift.refused.notYours', { name });
      default:
        return outcome satisfies never;
    }
  }
}

type PartProps = { drift: Drift; disabled: boolean; give: (asked: Asked) => void };

function StandardSession({ drift, disabled, give }: PartProps) {
  const { t } = useWords();
  const nameOf = useSessionName();
  const [wanted, choose] = useState<string | null>(null);
  const session = drift.toCheck.find(({ id }) => id === wanted) ?? drift.toCheck[0];
  return (
    <div className={styles.part}>
      <h3>{t('drift.kind.check')}</h3>
      {session === undefined ? (
        <p className={styles.soft}>{t('drift.nothingToCheck')}</p>
      ) : (
        <div className={styles.choices}>
          <Select
            size="xs"
            className={styles.session}
            label={t('drift.sessionFor', { name: drift.rater.name })}
            searchable
            allowDeselect={false}
            data={drift.toCheck.map((one) => ({ value: one.id, label: nameOf(one) }))}
            value={session.id}
            onChange={choose}
          />
          <Button
            size="xs"
            disabled={disabled}
            onClick={() => give({ enrolmentId: drift.enrolmentId, sessionId: session.id, kind: 'check' })}
          >
            {t('drift.giveIt')}
          </Button>
        </div>
      )}
    </div>
  );
}

function DoubleCoding({ drift, drifts, disabled, give }: PartProps & { drifts: readonly Drift[] }) {
  const { t } = useWords();
  const nameOf = useSessionName();
  const [wanted, choose] = useState<{ sessionId?: string | null; raterId?: string | null }>({});
  const found = drift.toDouble.find(({ session }) => session.id === wanted.sessionId) ?? drift.toDouble[0];
  const free = drifts.filter(({ rater }) => found?.raterIds.includes(rater.id));
  const other = free.find(({ rater }) => rater.id === wanted.raterId) ?? free[0];
  return (
    <div className={styles.part}>
      <h3>{t('drift.kind.double')}</h3>
      {found === undefined || other === undefined ? (
        <p className={styles.soft}>{t('drift.nothingToDouble')}</p>
      ) : (
        <div className={styles.choices}>
          <Select
            size="xs"
            className={styles.session}
            label={t('drift.sessionOf', { name: drift.rater.name })}
            searchable
            allowDeselect={false}
            data={drift.toDouble.map(({ session }) => ({ value: session.id, label: nameOf(session) }))}
            value={found.session.id}
            onChange={(sessionId) => choose({ ...wanted, sessionId })}
          />
          <Select
            size="xs"
            w={150}
            label={t('drift.otherRater')}
            allowDeselect={false}
            data={free.map(({ rater }) => ({ value: rater.id, label: rater.name }))}
            value={other.rater.id}
            onChange={(raterId) => choose({ ...wanted, raterId })}
          />
          <Button
            size="xs"
            variant="default"
            disabled={disabled}
            onClick={() =>
              give({ enrolmentId: other.enrolmentId, sessionId: found.session.id, kind: 'double' })
            }
          >
            {t('drift.giveIt')}
          </Button>
        </div>
      )}
    </div>
  );
}
