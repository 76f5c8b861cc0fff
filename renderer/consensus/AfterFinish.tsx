import { IconChartDots3, IconScale } from '@tabler/icons-react';
import type { ConsensusView } from '../../preload/api';
import { everything } from '../agreement/address';
import { hashOf } from '../place';
import { MakeStandard } from '../programmes/MakeStandard';
import { useMayLead } from '../programmes/useMayLead';
import { useWords } from '../words/words';
import styles from './Consensus.module.css';

/** Where a finished meeting leads to. */
export function AfterFinish({ view }: { view: ConsensusView }) {
  const { t } = useWords();
  const { session, sources, rating } = view;
  const mayLead = useMayLead();
  const scope = { ...everything, sessionIds: [session.id], raterIds: sources.map(({ raterId }) => raterId) };
  return (
    <nav className={styles.after} aria-label={t('consensus.after')}>
      <span>{t('consensus.agreedHere')}</span>
      <a href={hashOf({ name: 'results', sessionId: session.id })}>
        <IconChartDots3 size={16} aria-hidden />
        {t('consensus.toResults')}
      </a>
      <a href={hashOf({ name: 'agreement', view: 'moments', scope })}>
        <IconScale size={16} aria-hidden />
        {t('consensus.toAgreement')}
      </a>
      {mayLead && <MakeStandard sessionId={session.id} ratingId={rating.id} />}
    </nav>
  );
}
