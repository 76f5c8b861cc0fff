import { useElementSize } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type RefObject, useCallback, useRef, useState } from 'react';
import { useWords } from '../words/words';
import styles from './Library.module.css';
import type { Names } from './people';
import { EmptyLine, SessionLine } from './SessionLine';
import { indexOf, useRowKeys } from './useRowKeys';
import { type Found, useRows } from './useSessions';

/** The height of every row and of the head, as in Library.module.css. */
const rowHeight = 42;

type Props = {
  found: Found;
  names: Names;
  viewerId: string | undefined;
  /** Where one was, and where one is. */
  scrolledTo: RefObject<number>;
};

/** A table of any length: only the rows in sight are there, and their pages are read as one comes to them. */
export function SessionTable({ found: { sought, total }, names, viewerId, scrolledTo }: Props) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number>();
  const { ref: ratings, width } = useElementSize();
  // The row with the focus stays, however far one scrolls: the keys would lose their place with it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (focused === undefined || focused >= total || near.includes(focused)) return near;
      return [...near, focused].sort((a, b) => a - b);
    },
    [focused, total],
  );
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialOffset: () => scrolledTo.current,
    scrollPaddingStart: rowHeight,
    overscan: 8,
    rangeExtractor,
  });
  const shown = rows.getVirtualItems().map(({ index }) => index);
  const rowAt = useRows(sought, shown);
  const press = useRowKeys(scroller, total, rowHeight, (index) => rows.scrollToIndex(index));

  return (
    <section
      ref={scroller}
      className={styles.card}
      aria-label={t('library.list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well
      tabIndex={0}
      onKeyDown={press}
      onScroll={(event) => {
        scrolledTo.current = event.currentTarget.scrollTop;
      }}
      onFocus={({ target }) => setFocused(indexOf(target))}
      onBlur={() => setFocused(undefined)}
    >
      <table className={styles.table} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th className={styles.dateColumn}>{t('session.date')}</th>
            <th className={styles.groupColumn}>{t('session.group')}</th>
            <th className={`${styles.numberColumn} ${styles.number}`}>{t('session.numberShort')}</th>
            <th className={styles.peopleColumn}>{t('session.therapists')}</th>
            <th className={styles.recordingColumn}>{t('session.recording')}</th>
            <th>
              <div ref={ratings}>{t('session.ratings')}</div>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((index, at) => {
            const session = rowAt(index);
            return (
              <Fragment key={index}>
                <Gap rows={index - (shown[at - 1] ?? -1) - 1} />
                {session === undefined ? (
                  <EmptyLine index={index} />
                ) : (
                  <SessionLine
                    index={index}
                    session={session}
                    names={names}
                    viewerId={viewerId}
                    room={width > 0 ? width : undefined}
                  />
                )}
              </Fragment>
            );
          })}
          <Gap rows={total - 1 - (shown.at(-1) ?? -1)} />
        </tbody>
      </table>
    </section>
  );
}

/** Takes the room of rows that are not there. */
const Gap = ({ rows }: { rows: number }) =>
  rows > 0 && (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it stands for rows, and is none
    <tr role="presentation" className={styles.gap} style={{ height: rows * rowHeight }}>
      <td colSpan={6} />
    </tr>
  );
