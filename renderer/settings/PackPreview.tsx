import type { Anchor, NewTextPack, TextPack } from '../../db/model';
import { items, levels } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Site.module.css';

/** What a pack has, and what it replaces, before it is kept. */
export function PackPreview({ pack, before }: { pack: NewTextPack; before: TextPack | undefined }) {
  const { t } = useWords();
  const has = (number: number, level: number) =>
    pack.anchors.some((one) => one.item === number && one.level === level);
  const missing = items
    .map(({ number }) => ({ number, without: levels.filter((level) => !has(number, level)) }))
    .filter(({ without }) => without.length > 0);
  const { changed, added, gone } = differences(before?.anchors ?? [], pack.anchors);
  return (
    <section className={styles.preview} aria-live="polite">
      <p>
        <strong>{pack.name}</strong> · {t('pack.count', { count: pack.anchors.length })}
      </p>
      {missing.length > 0 && (
        <p>
          {t('pack.missing')}{' '}
          {missing
            .map(({ number, without }) =>
              without.length === levels.length ? `${number}` : `${number} (${without.join(', ')})`,
            )
            .join(' · ')}
        </p>
      )}
      {before !== undefined && (
        <p>
          {t('pack.replaces', {
            name: before.name,
            old: before.anchors.length,
            changed,
            added,
            gone,
          })}
        </p>
      )}
    </section>
  );
}

/** How many texts are other than before, new, and gone. */
function differences(old: readonly Anchor[], now: readonly Anchor[]) {
  const key = ({ item, level }: Anchor) => `${item}/${level}`;
  const texts = new Map(old.map((anchor) => [key(anchor), anchor.text]));
  const kept = now.filter((anchor) => texts.has(key(anchor)));
  return {
    changed: kept.filter((anchor) => texts.get(key(anchor)) !== anchor.text).length,
    added: now.length - kept.length,
    gone: old.length - kept.length,
  };
}
