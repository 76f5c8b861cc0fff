import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Work.module.css';
import { WorkPartList } from './WorkPartList';
import type { ProgrammeWork } from './work';

type Props = {
  work: readonly ProgrammeWork[];
  /** On the page of a programme its name is said already. */
  named: boolean;
};

/** The viewer's own work, with what comes next. */
export function WorkCard({ work, named }: Props) {
  const { t } = useWords();
  const left = work.reduce((sum, one) => sum + one.left, 0);
  return (
    <section className="card" aria-labelledby="own-work">
      <div className={styles.head}>
        <h2 id="own-work">{t('programmes.work.title')}</h2>
        <span className="tabular" role="status">
          {left === 0 ? t('programmes.work.nothingLeft') : t('programmes.work.left', { count: left })}
        </span>
      </div>
      {work.map((one) => (
        <div key={one.programmeId} className={styles.programme}>
          {named && (
            <h3>
              <a href={hashOf({ name: 'programme', programmeId: one.programmeId, view: 'raters' })}>
                {one.programmeName}
              </a>
            </h3>
          )}
          {one.parts.map((part) => (
            <WorkPartList
              key={`${part.kind} ${part.attempt}`}
              part={part}
              next={one.next}
              heading={named ? 'h4' : 'h3'}
              programmeId={named ? one.programmeId : undefined}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
