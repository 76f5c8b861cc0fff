import { Popover } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Anchor } from '../../db/model';
import { goodEnoughLevel, levels, type ScaleItem } from '../../db/scale';
import { useKeys } from '../player/useKeys';
import { useWords } from '../words/words';
import styles from './AnchorText.module.css';

/** What the text pack says, and whether all seven levels of the open item are shown. */
export type Anchors = {
  of: readonly Anchor[];
  allShown: boolean;
  showAll: (wanted: boolean) => void;
};

type Props = {
  item: ScaleItem;
  anchors: Anchors;
  /** The level that is looked at or chosen. */
  level: number;
  chosen: number | null;
};

/** What a level of quality means: the manual's words when the site has them, or the paraphrase of level 4. */
export function AnchorText({ item, anchors, level, chosen }: Props) {
  const { t, language } = useWords();
  const { withKey } = useKeys();
  const { of, allShown, showAll } = anchors;
  const textOf = (wanted: number) =>
    of.find((one) => one.item === item.number && one.level === wanted)?.text ??
    (wanted === goodEnoughLevel ? item.goodEnough[language] : undefined);
  const packed = of.length > 0;
  const shown = packed ? level : goodEnoughLevel;

  return (
    <Popover
      hideDetached={false}
      opened={allShown}
      position="left-start"
      width={460}
      shadow="md"
      withRoles={false}
      withinPortal
    >
      <Popover.Target>
        <div className={styles.anchor} data-packed={packed || undefined}>
          <p title={textOf(shown)}>
            <b>{shown === goodEnoughLevel ? t('rating.goodEnough') : `${shown}:`}</b>{' '}
            {textOf(shown) ?? t('anchors.none')}
          </p>
          {packed && (
            <button
              type="button"
              className={styles.all}
              aria-expanded={allShown}
              aria-label={t('anchors.show')}
              title={withKey(t('anchors.show'), 'anchors')}
              onClick={() => showAll(!allShown)}
            >
              <IconListNumbers size={16} aria-hidden />
            </button>
          )}
        </div>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <section
          className={styles.panel}
          aria-label={t('anchors.title', { number: item.number })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          tabIndex={0}
          onKeyDown={scrollKeys}
        >
          <h3>
            {item.number} {item.name[language]}
          </h3>
          <dl>
            {levels.map((one) => (
              <div key={one} data-chosen={one === chosen || undefined}>
                <dt data-quality={one}>{one}</dt>
                <dd>{textOf(one) ?? <span className={styles.none}>{t('anchors.none')}</span>}</dd>
              </div>
            ))}
          </dl>
          {!packed && <p className={styles.none}>{t('anchors.where')}</p>}
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Inside the panel these keys scroll; on the desk they would lead to another item or moment. */
function scrollKeys(event: KeyboardEvent): void {
  if (/^(Arrow|Page|Home|End)/.test(event.key)) event.stopPropagation();
}
