import type { Feedback } from '../../db/model';
import { type Held, useHeld } from '../held';
import { useWords } from '../words/words';
import { Part } from './Paper';
import styles from './Paper.module.css';
import { type People, raterIn } from './people';
import { Written } from './Written';

type Props = {
  feedback: readonly Feedback[];
  /** What the viewer is writing now. */
  draft: Held<string>;
  viewer: { raterId: string; raterName: string } | undefined;
  people: People;
};

/** What raters wrote in their own words; nothing at all where nobody did. */
export function FeedbackPart({ feedback, draft, viewer, people }: Props) {
  const { t } = useWords();
  const writing = useHeld(draft);
  const others = feedback.filter(({ raterId }) => raterId !== viewer?.raterId);
  const own = viewer === undefined ? [] : [{ ...viewer, text: writing }];
  const written = [...own, ...others].filter(({ text }) => text.trim() !== '');
  if (written.length === 0) return null;
  return (
    <Part title={t('reports.section.feedback')} flows>
      {written.map((one) => (
        <div key={one.raterId} className={styles.feedback}>
          <Written text={one.text} longest={20_000} />
          <p className={styles.by}>
            <bdi>{raterIn(people, one, t)}</bdi>
          </p>
        </div>
      ))}
    </Part>
  );
}
