import { useState } from 'react';
import type { Drift, Programme } from '../../preload/api';
import { localDay } from '../format';
import { useProgramme } from '../programmes/useProgrammes';
import { useWords } from '../words/words';
import { ControlCard } from './ControlCard';
import styles from './Drift.module.css';
import { GiveCheck } from './GiveCheck';
import { RaterTable } from './RaterTable';
import { useDrift } from './useDrift';
import { WhatToDo } from './WhatToDo';

/** How certified raters hold their level: all of them, then one of them in full. */
export function DriftView({ programmeId }: { programmeId: string }) {
  const { t } = useWords();
  const { data: drifts } = useDrift(programmeId);
  const { data: seen } = useProgramme(programmeId);
  if (drifts === undefined || drifts === null || seen === undefined || seen === null) return null;
  const [first] = drifts;
  if (first === undefined)
    return (
      <div className={styles.empty}>
        <h2>{t('drift.emptyTitle')}</h2>
        <p>{t('drift.empty')}</p>
      </div>
    );
  return <Certified drifts={drifts} first={first} programme={seen.programme} />;
}

type Props = { drifts: readonly Drift[]; first: Drift; programme: Programme };

function Certified({ drifts, first, programme }: Props) {
  const [wanted, choose] = useState<string>();
  const drift =
    drifts.find(({ enrolmentId }) => enrolmentId === wanted) ?? drifts.find(({ alarm }) => alarm) ?? first;
  return (
    <div className={styles.view}>
      <RaterTable
        drifts={drifts}
        chosen={drift.enrolmentId}
        choose={choose}
        doubleAim={programme.doublePercent}
        today={localDay(new Date())}
      />
      <ControlCard drift={drift} />
      <div className={styles.two}>
        {drift.alarm && <WhatToDo drift={drift} sides={programme.dimension === 'both'} />}
        <GiveCheck drift={drift} drifts={drifts} />
      </div>
    </div>
  );
}
