import { MarkShape } from '../marks/MarkShape';
import { useWords } from '../words/words';
import { countsSaid } from './countsSaid';
import styles from './WhoDidWhat.module.css';
import type { Named, WhoPart } from './WhoDidWhatChart';

type Props = { whos: readonly Named[]; active?: boolean; payload?: readonly { payload?: WhoPart }[] };

/** What each did in one part of the session, and how well. */
export function WhoTip({ whos, active, payload }: Props) {
  const { t, language } = useWords();
  const part = payload?.[0]?.payload;
  if (!active || part === undefined) return null;
  return (
    <div className={styles.tip}>
      <strong>{part.label}</strong>
      {whos.map(({ who, label }) => (
        <div key={who} className={styles.who}>
          <MarkShape mark={{ therapist: who, quality: null, kind: 'intervention' }} size={11} />
          <bdi>{label}</bdi> {countsSaid(part.by[who], t, language)}
        </div>
      ))}
    </div>
  );
}
