import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WorkItem } from '../../preload/api';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Work.module.css';
import { WorkLine } from './WorkLine';
import { around, type WorkPart } from './work';

/** How much of a long list is shown around what comes next; of what is done, its end. */
const before = 2;
const after = 5;
/** So few that are done are all shown. */
const fewDone = 4;

type Props = {
  part: WorkPart;
  next: WorkItem | undefined;
  heading: 'h3' | 'h4';
  /** Where the results are, if not on the same page. */
  programmeId?: string | undefined;
};

/** Practice, a test, or checks, in the order that was drawn. */
export function WorkPartList({ part, next, heading: Heading, programmeId }: Props) {
  const { t } = useWords();
  const { kind, attempt, items } = part;
  const [all, setAll] = useState(false);
  const done = items.filter(({ submittedAt }) => submittedAt !== null).length;
  const open = done < items.length;
  const shown = all
    ? items
    : open
      ? around(items, next === undefined ? -1 : items.indexOf(next), before, after)
      : items.slice(items.length <= fewDone ? 0 : -before);
  return (
    <>
      <div className={styles.part}>
        <Heading>
          {kind === 'test' && attempt !== null
            ? t('programmes.testOf', { attempt })
            : t(`programmes.kind.${kind}`)}
        </Heading>
        <span className="tabular">{t('programmes.work.submittedOf', { done, of: items.length })}</span>
        {kind === 'test' && !open && programmeId !== undefined && (
          <a href={hashOf({ name: 'programme', programmeId, view: 'raters' })}>
            {t('programmes.work.toResult')}
          </a>
        )}
        {items.length > shown.length && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
            {t('programmes.work.showAll', { count: items.length })}
          </Button>
        )}
        {all && items.length > (open ? before + after + 1 : fewDone) && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(false)}>
            {t('programmes.work.showNext')}
          </Button>
        )}
      </div>
      {open && <p className={styles.what}>{t(`programmes.work.what.${kind}`)}</p>}
      <ol className={styles.list}>
        {shown.map((item) => (
          <WorkLine
            key={item.assignmentId}
            item={item}
            place={items.indexOf(item) + 1}
            next={item === next}
          />
        ))}
      </ol>
    </>
  );
}
