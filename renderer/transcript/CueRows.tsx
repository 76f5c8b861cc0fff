import { Fragment, memo, type ReactNode } from 'react';
import type { Cue } from '../../db/model';
import { clockSeconds } from '../format';
import { folded, type Hit, placesIn } from './cues';
import styles from './Transcript.module.css';

type Props = {
  cues: readonly Cue[];
  tones: ReadonlyMap<string, number>;
  /** The index of the first of them in the transcript. */
  first: number;
  current: number | undefined;
  /** The one that Tab comes to. */
  stop: number | undefined;
  selectedFrom: number;
  selectedTo: number;
  sought: string;
  hit: Hit | undefined;
};

/** Some passages in a row. What is said is text, whatever it looks like, and each has its own direction. */
export const CueRows = memo(function CueRows(props: Props) {
  const { cues, tones, first, current, stop, selectedFrom, selectedTo, sought, hit } = props;
  return cues.map(({ startMs, speaker, text }, offset) => {
    const index = first + offset;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a table of 50,000 rows could not be shown in parts
      <div
        key={index}
        role="row"
        className={styles.cue}
        data-cue={index}
        aria-rowindex={index + 1}
        aria-current={index === current ? 'true' : undefined}
        aria-selected={index >= selectedFrom && index <= selectedTo}
        tabIndex={index === stop ? 0 : -1}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
        <span role="gridcell" className={styles.time}>
          {clockSeconds(startMs)}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
        <span role="gridcell" className={styles.said}>
          {speaker !== '' && (
            <bdi className={styles.speaker} data-tone={tones.get(speaker)}>
              {speaker}
            </bdi>
          )}
          <bdi className={styles.words} data-words={index}>
            {found(text, sought, hit?.cue === index ? hit.at : undefined)}
          </bdi>
        </span>
      </div>
    );
  });
});

/** The text, with the places that are sought marked. */
function found(text: string, sought: string, here: number | undefined): ReactNode {
  const places = placesIn(folded(text), sought);
  if (places.length === 0) return text;
  return (
    <>
      {places.map((at, number) => {
        const before = number === 0 ? 0 : (places[number - 1] ?? 0) + sought.length;
        return (
          <Fragment key={at}>
            {text.slice(before, at)}
            <mark data-here={at === here ? true : undefined}>{text.slice(at, at + sought.length)}</mark>
          </Fragment>
        );
      })}
      {text.slice((places.at(-1) ?? 0) + sought.length)}
    </>
  );
}
