import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { AgreementBasis, AgreementMeasure, AgreementScope } from '../../preload/api';
import type { Side } from '../charts/series';
import type { AgreementView } from '../place';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { percent } from './figures';
import { NeededView } from './NeededView';
import { RatersView } from './RatersView';
import { TableView } from './TableView';
import { useAgreementTable } from './useAgreement';

type Props = { view: Exclude<AgreementView, 'moments'>; scope: AgreementScope; basis: AgreementBasis };

/** What needs the whole table to be worked out first; what is chosen in one view holds in the next. */
export function Numbers({ view, scope, basis }: Props) {
  const { table, share, stopped, stop, again } = useAgreementTable(scope);
  const [side, setSide] = useState<Side>('quality');
  const [measure, setMeasure] = useState<AgreementMeasure>(0);
  if (table === undefined) return <Working share={share} stopped={stopped} stop={stop} again={again} />;
  const chosen = { table, side, setSide, measure, setMeasure };
  switch (view) {
    case 'table':
      return <TableView {...chosen} basis={basis} />;
    case 'needed':
      return <NeededView {...chosen} programmeId={scope.programmeId ?? undefined} />;
    case 'raters':
      return <RatersView {...chosen} scope={scope} basis={basis} />;
    default:
      return view satisfies never;
  }
}

type WorkingProps = { share: number; stopped: boolean; stop: () => void; again: () => void };

function Working({ share, stopped, stop, again }: WorkingProps) {
  const { t } = useWords();
  return (
    <section className={`card ${styles.working}`}>
      <p role="status">{stopped ? t('agreement.stopped') : t('agreement.working')}</p>
      {stopped ? (
        <Button size="xs" onClick={again}>
          {t('agreement.again')}
        </Button>
      ) : (
        <>
          <Progress.Root size="lg" className={styles.bar}>
            <Progress.Section value={percent(share)} aria-label={t('agreement.working')} />
          </Progress.Root>
          <span className="tabular">{t('agreement.percentDone', { percent: percent(share) })}</span>
          <Button size="xs" variant="default" onClick={stop}>
            {t('agreement.stop')}
          </Button>
        </>
      )}
    </section>
  );
}
