import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import { Part } from './Paper';
import styles from './Paper.module.css';
import { type People, raterIn } from './people';
import { plainText } from './plainText';
import type { SessionFigures } from './sessionFigures';

const littleCoverage = 0.9;

/** What the numbers rest on, and what to bear in mind when reading them. */
export function SessionBasis({ figures, people }: { figures: SessionFigures; people: People }) {
  const { t, language } = useWords();
  const { shown, counted, self, quality } = figures;
  const nameOf = ({ rating, raterName }: SessionFigures['shown'][number]) =>
    raterIn(people, { raterId: rating.raterId, raterName }, t);
  const measureIn = (item: number) =>
    item === 0 ? t('rating.overall').toLocaleLowerCase(language) : `${item} ${itemOf(item).short[language]}`;
  /** What a consensus is made of was watched, and seen, in the ratings it came from. */
  const alone = shown.filter(({ rating }) => rating.purpose !== 'consensus');
  const raters = counted.length;
  const ownOnly = counted.every(({ rating }) => rating.purpose === 'selfRating');
  const sentences = [
    raters === 1 ? t('reports.oneRater') : t('reports.severalRaters', { count: raters }),
    ...(ownOnly ? [t('reports.ownOnly')] : []),
    ...(self.length > 0 ? [t('reports.selfBeside')] : []),
    ...alone
      .filter(({ coverage }) => coverage.share !== undefined && coverage.share < littleCoverage)
      .map((one) =>
        t('reports.little', { name: nameOf(one), share: Math.floor(100 * (one.coverage.share ?? 0)) }),
      ),
    ...alone
      .filter(({ rating }) => rating.sawOthersAt !== null)
      .map((one) => t('reports.sawOthers', { name: nameOf(one) })),
    ...shown.flatMap((one) =>
      // What lacks for the same reason is said together.
      [...Map.groupBy(one.gaps, ({ reason }) => reason)].map(([reason, gaps]) =>
        t('reports.gap', {
          name: nameOf(one),
          items: gaps.map(({ item }) => measureIn(item)).join(', '),
          reason: plainText(reason, 300),
        }),
      ),
    ),
    ...(quality.some(({ noOccasion }) => noOccasion > 0) ? [t('reports.noOccasion')] : []),
    t('reports.scale'),
  ];
  return (
    <Part title={t('reports.section.basis')}>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
    </Part>
  );
}
