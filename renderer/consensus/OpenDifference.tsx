import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { EditionItem } from '../../db/model';
import { goodEnoughLevel, itemOf } from '../../db/scale';
import type { Seats } from '../moments/seats';
import { useAnchors } from '../settings/useSite';
import { useWords } from '../words/words';
import { Agreed } from './Agreed';
import type { ItemState } from './decided';
import { differenceSaid } from './differenceSaid';
import { type Difference, overallItem } from './differences';
import styles from './OpenDifference.module.css';
import { SourceColumn } from './SourceColumn';
import { StateSign } from './StateSign';
import type { OpenMeeting } from './useConsensus';

type Props = {
  meeting: OpenMeeting;
  row: Difference & { state: ItemState };
  rule: EditionItem;
  seats: Seats;
  /** The mark that was played last. */
  playing: string | undefined;
  play: (markId: string) => void;
  /** The item to go to next; undefined when no other is open. */
  next: number | undefined;
  lead: (item: number | undefined) => void;
};

/** One item: what each rating says of it, side by side, and beneath what the meeting agrees on. */
export function OpenDifference({ meeting, row, rule, seats, playing, play, next, lead }: Props) {
  const { t, language } = useWords();
  const { sources, marks } = meeting.view;
  // The manual's own words where the site has them.
  const goodEnough = useAnchors().find(
    (anchor) => anchor.item === row.item && anchor.level === goodEnoughLevel,
  )?.text;
  const { item } = row;
  const isOverall = item === overallItem;
  return (
    <section className={styles.open} aria-labelledby="open-difference">
      <div className={styles.openHead}>
        <h2 id="open-difference">
          {isOverall ? t('rating.overall') : `${item} ${itemOf(item).name[language]}`}
        </h2>
        <StateSign state={row.state} />
        <p>{differenceSaid(row, t)}</p>
        {!isOverall && (
          <p>
            <b>{t('rating.goodEnough')}</b> {goodEnough ?? itemOf(item).goodEnough[language]}
          </p>
        )}
      </div>
      <section
        className={styles.sources}
        aria-label={t('consensus.saidBy')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
      >
        {sources.map((source, at) => (
          <SourceColumn
            key={source.ratingId}
            source={source}
            at={at}
            item={item}
            takesAdherence={isOverall || rule.takesAdherence}
            seats={seats}
            taken={marks}
            playing={playing}
            play={play}
            takeOver={meeting.takeOver}
            leaveOut={meeting.leaveOut}
          />
        ))}
        {sources.length === 0 && <p className={styles.none}>{t('consensus.noSources')}</p>}
      </section>
      <Agreed meeting={meeting} item={item} rule={rule} done={() => lead(next)}>
        <Button
          size="xs"
          variant={row.state === 'open' ? 'default' : 'filled'}
          rightSection={<IconArrowRight size={16} aria-hidden />}
          disabled={next === undefined}
          onClick={() => lead(next)}
        >
          {t('consensus.next')}
        </Button>
      </Agreed>
    </section>
  );
}
