import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, use, useRef, useState } from 'react';
import type { EditionItem } from '../../db/model';
import { Locked } from '../rating/locked';
import { NoteField } from '../rating/NoteField';
import { ScaleRow } from '../rating/ScaleRow';
import { useWords } from '../words/words';
import { levelsIn, overallItem } from './differences';
import styles from './OpenDifference.module.css';
import { UndecidedForm } from './UndecidedForm';
import type { OpenMeeting } from './useConsensus';

type Props = {
  meeting: OpenMeeting;
  item: number;
  rule: EditionItem;
  /** Leads on, when the keyboard has gone through it. */
  done: () => void;
  children: ReactNode;
};

/** What the meeting agrees on for an item, or why it stays undecided. */
export function Agreed({ meeting, item, rule, done, children }: Props) {
  const { t } = useWords();
  const locked = use(Locked);
  const box = useRef<HTMLElement>(null);
  const [leaving, setLeaving] = useState(false);
  const { view, decide } = meeting;
  const isOverall = item === overallItem;
  const levels = levelsIn(view, item);
  const note = isOverall ? view.overall.note : (view.scores.find((one) => one.item === item)?.note ?? '');
  const undecided = view.undecided.find((gap) => gap.item === item)?.reason;
  const takesAdherence = isOverall || rule.takesAdherence;
  const mayBeNone = !isOverall && rule.mayBeNoOccasion;

  const focus = (part: 'adherence' | 'quality') =>
    box.current?.querySelector<HTMLElement>(`[data-part="${part}"] [tabindex="0"]`)?.focus();
  const go = (part: 'adherence' | 'quality') => (where: 'next' | 'previous' | 'none') => {
    if (where === 'none') {
      if (mayBeNone && !locked) void decide(item, { noOccasion: true });
    } else if (where === 'previous') {
      if (part === 'quality' && takesAdherence) focus('adherence');
    } else if (part === 'adherence') focus('quality');
    else done();
  };

  return (
    <section ref={box} className={styles.agreed} aria-labelledby="agreed-on">
      <div className={styles.agreedHead}>
        <h3 id="agreed-on">{t('consensus.agreed')}</h3>
        {mayBeNone && (!locked || levels.noOccasion) && (
          <Checkbox
            size="xs"
            label={t('rating.noOccasion')}
            disabled={locked}
            checked={levels.noOccasion}
            onChange={(event) => void decide(item, { noOccasion: event.currentTarget.checked })}
          />
        )}
      </div>
      {takesAdherence ? (
        <ScaleRow
          part="adherence"
          value={levels.adherence}
          set={(adherence) => void decide(item, { adherence })}
          go={go('adherence')}
        />
      ) : (
        <p className={styles.none}>{t('rating.noAdherence')}</p>
      )}
      <ScaleRow
        part="quality"
        value={levels.quality}
        set={(quality) => void decide(item, { quality })}
        go={go('quality')}
      />
      {undecided !== undefined && !leaving && (
        <p className={styles.undecided}>
          <b>{t('consensus.state.undecided')}</b> <span>{undecided}</span>
        </p>
      )}
      {locked && note !== '' && <p className={styles.note}>{note}</p>}
      {!locked && undecided === undefined && !leaving && (
        <NoteField label={t('consensus.reason')} saved={note} save={(text) => decide(item, { note: text })} />
      )}
      {leaving && (
        <UndecidedForm
          initial={undecided ?? note}
          close={() => setLeaving(false)}
          leave={async (reason) => {
            const kept = await meeting.leaveUndecided(item, reason);
            if (kept !== undefined) setLeaving(false);
          }}
        />
      )}
      {!locked && !leaving && (
        <div className={styles.agreedFoot}>
          <Button size="xs" variant="default" onClick={() => setLeaving(true)}>
            {t(undecided === undefined ? 'consensus.leave' : 'consensus.otherReason')}
          </Button>
          {undecided !== undefined && (
            <Button size="xs" variant="default" onClick={() => void meeting.leaveUndecided(item, null)}>
              {t('consensus.takeUp')}
            </Button>
          )}
          <span className={styles.push} />
          {children}
        </div>
      )}
    </section>
  );
}
