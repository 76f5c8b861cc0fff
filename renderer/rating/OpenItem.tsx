import { Checkbox } from '@mantine/core';
import { use, useEffect, useRef, useState } from 'react';
import type { EditionItem, Mark, Score } from '../../db/model';
import { goodEnoughLevel, items, type ScaleItem } from '../../db/scale';
import { clockSeconds, number as decimal } from '../format';
import { MarkShape } from '../marks/MarkShape';
import { useWords } from '../words/words';
import { type Anchors, AnchorText } from './AnchorText';
import { HintLine } from './HintLine';
import type { Hint } from './hints';
import { Locked } from './locked';
import { meanOfMarks } from './means';
import { NoteField } from './NoteField';
import styles from './OpenItem.module.css';
import { ScaleRow } from './ScaleRow';
import type { Opened, Part } from './Sheet';
import sheet from './Sheet.module.css';

type Props = {
  item: ScaleItem;
  rule: EditionItem;
  score: Score;
  marks: readonly Mark[];
  /** Why it was submitted without a rating. */
  missingBecause: string | undefined;
  edit: (change: Partial<Score>) => Promise<unknown>;
  close: () => void;
  lead: (to: Opened, part?: Part) => void;
  selectedId: string | undefined;
  playMark: (mark: Mark) => void;
  hint: Hint | undefined;
  anchors: Anchors;
};

/** The open item: what good enough is, the two ratings, its marks, a note. */
export function OpenItem(props: Props) {
  const { t, language } = useWords();
  const { item, rule, score, marks, missingBecause, edit, close, lead, selectedId, playMark } = props;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  const { number } = item;
  const locked = use(Locked);
  const [looked, setLooked] = useState<number>();
  const mean = meanOfMarks(marks);

  const go = (part: Part) => (where: 'next' | 'previous' | 'none') => {
    if (where === 'none' && !rule.mayBeNoOccasion) return;
    if (where === 'none') void edit({ noOccasion: true });
    const next = number < items.length ? number + 1 : 'overall';
    if (where === 'previous') lead(number > 1 ? number - 1 : 1, part);
    else lead(next);
  };

  return (
    <section
      ref={card}
      className={styles.open}
      data-item={number}
      aria-label={`${number} ${item.name[language]}`}
    >
      <button type="button" className={styles.title} aria-expanded onClick={close}>
        <span className={sheet.number}>{number}</span>
        <strong>{item.name[language]}</strong>
      </button>
      <AnchorText
        item={item}
        anchors={props.anchors}
        level={looked ?? score.quality ?? goodEnoughLevel}
        chosen={score.quality}
      />
      {rule.takesAdherence ? (
        <ScaleRow
          part="adherence"
          value={score.adherence}
          set={(level) => {
            void edit({ adherence: level });
            if (level !== null && score.quality === null) lead(number, 'quality');
          }}
          go={go('adherence')}
        />
      ) : (
        <p className={styles.noAdherence}>{t('rating.noAdherence')}</p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only follows which level is looked at */}
      <div
        onMouseOver={(event) => setLooked(levelAt(event.target))}
        onMouseLeave={() => setLooked(undefined)}
        onFocus={(event) => setLooked(levelAt(event.target))}
        onBlur={() => setLooked(undefined)}
      >
        <ScaleRow
          part="quality"
          value={score.quality}
          set={(level) => void edit({ quality: level })}
          go={go('quality')}
        />
      </div>
      <div className={styles.occasion}>
        <HintLine hint={props.hint} />
        {rule.mayBeNoOccasion && (
          <Checkbox
            size="xs"
            label={t('rating.noOccasion')}
            disabled={locked}
            checked={score.noOccasion}
            onChange={(event) => void edit({ noOccasion: event.currentTarget.checked })}
          />
        )}
      </div>
      <div className={styles.evidence}>
        {marks.length === 0 && <span className={styles.noMarks}>{t('rating.noMarks')}</span>}
        {marks.map((mark) => (
          <button
            key={mark.id}
            type="button"
            className={styles.moment}
            aria-pressed={mark.id === selectedId}
            title={mark.note || t('mark.playFromIt')}
            onClick={() => playMark(mark)}
          >
            <MarkShape mark={mark} size={11} />
            {clockSeconds(mark.atMs)}
            {mark.quality !== null && <b>{mark.quality}</b>}
          </button>
        ))}
        {mean !== undefined && (
          <span className={styles.mean} title={t('rating.marksMeanHint', { count: mean.count })}>
            {t('rating.marksMean', { mean: decimal(mean.mean, language) })}
          </span>
        )}
      </div>
      {missingBecause !== undefined && (
        <p className={styles.anchor}>{t('submit.gap', { reason: missingBecause })}</p>
      )}
      <NoteField label={t('rating.noteFor', { number })} saved={score.note} save={(note) => edit({ note })} />
    </section>
  );
}

/** The level of quality that the mouse or the keyboard is at. */
function levelAt(target: EventTarget): number | undefined {
  const button = target instanceof Element ? target.closest('[data-level]') : null;
  return button === null ? undefined : Number(button.getAttribute('data-level'));
}
