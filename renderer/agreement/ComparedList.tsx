import { memo } from 'react';
import type { Mark } from '../../db/model';
import { itemOf } from '../../db/scale';
import { clockSeconds, number } from '../format';
import { MarkShape } from '../marks/MarkShape';
import { MomentQuality } from '../moments/MomentQuality';
import { useWords } from '../words/words';
import { type ComparedMoment, playedMark } from './comparison';
import styles from './Moments.module.css';

type Names = { first: string; second: string };
type Props = {
  listed: readonly ComparedMoment[];
  currentId: string | undefined;
  names: Names;
  play: (moment: ComparedMoment) => void;
};

/** A row for each moment: when, what the one marked, and what the other. A row plays. */
export const ComparedList = memo(function ComparedList({ listed, currentId, names, play }: Props) {
  const { t } = useWords();
  return (
    <div className={styles.scroll}>
      <div className={styles.listHead} aria-hidden>
        <span />
        <span>{names.first}</span>
        <span>{names.second}</span>
        <span />
      </div>
      <ul className={styles.list} aria-label={t('agreement.momentsTitle')}>
        {listed.map((moment) => {
          const mark = playedMark(moment);
          return (
            mark !== undefined && (
              <li key={mark.id}>
                <button
                  type="button"
                  data-kind={moment.kind}
                  aria-current={currentId === mark.id || undefined}
                  onClick={() => play(moment)}
                >
                  <span className="tabular">{clockSeconds(mark.atMs)}</span>
                  <Side mark={moment.first} />
                  <Side mark={moment.second} />
                  <Kind moment={moment} names={names} />
                </button>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
});

function Side({ mark }: { mark: Mark | undefined }) {
  const { t, language } = useWords();
  if (mark === undefined) return <span className={styles.absent}>–</span>;
  return (
    <span className={styles.side}>
      <MarkShape mark={mark} size={11} />
      <span className={styles.what}>
        <b>{mark.item}</b> {itemOf(mark.item).short[language]}
        {mark.kind === 'missed' && <span className={styles.missed}> {t('mark.missedShort')}</span>}
      </span>
      <MomentQuality quality={mark.quality} small />
    </span>
  );
}

function Kind({ moment, names }: { moment: ComparedMoment; names: Names }) {
  const { t, language } = useWords();
  const { kind, laterMs } = moment;
  const seconds = number(Math.round(Math.abs(laterMs) / 100) / 10, language);
  const apart =
    Math.abs(laterMs) < 50
      ? ''
      : laterMs > 0
        ? t('agreement.later', { seconds })
        : t('agreement.earlier', { seconds });
  const said = () => {
    switch (kind) {
      case 'both':
        return t('agreement.kindOf.both');
      case 'otherItem':
        return t('agreement.kindOf.otherItem');
      case 'onlyFirst':
        return t('agreement.kindOf.only', { name: names.first });
      case 'onlySecond':
        return t('agreement.kindOf.only', { name: names.second });
      default:
        return kind satisfies never;
    }
  };
  return (
    <span className={styles.kind}>
      {said()}
      {apart !== '' && <span className={styles.soft}>{apart}</span>}
    </span>
  );
}
