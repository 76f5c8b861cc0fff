import { itemOf, items } from '../../db/scale';
import { number } from '../format';
import { useWords } from '../words/words';
import { MomentList } from './MomentLine';
import styles from './Moments.module.css';
import { ofItem, type ReportMoment } from './moments';
import { Part } from './Paper';
import paper from './Paper.module.css';
import { type People, raterIn } from './people';
import type { SessionFigures } from './sessionFigures';
import { Written } from './Written';

const mostOfItem = 8;

type Props = {
  figures: SessionFigures;
  moments: readonly ReportMoment[];
  therapists: { first: string | undefined; second: string | undefined };
  people: People;
};

/** Item by item what the raters marked and wrote. */
export function ItemMoments({ figures, moments, therapists, people }: Props) {
  const { t, language } = useWords();
  const told = items
    .map(({ number: item }) => ({ item, marked: ofItem(moments, item), notes: notesOf(figures, item) }))
    .filter(({ marked, notes }) => marked.length + notes.length > 0);
  if (told.length === 0) return null;
  return (
    <Part title={t('reports.section.moments')} how={t('reports.momentsHow')} flows>
      {told.map(({ item, marked, notes }) => {
        const mean = figures.quality[item]?.mean ?? null;
        return (
          <div key={item} className={styles.item}>
            <h3>
              <span className={paper.itemNumber}>{item}</span> {itemOf(item).name[language]}{' '}
              {mean !== null && (
                <span className={paper.basis}>
                  {t('mark.qualityIs', { quality: number(mean, language) })}
                </span>
              )}
            </h3>
            {notes.map((note) => (
              <Note key={note.ratingId} people={people} alone={figures.shown.length === 1} {...note} />
            ))}
            <MomentList moments={marked} therapists={therapists} most={mostOfItem} />
          </div>
        );
      })}
    </Part>
  );
}

/** What the raters wrote on the session as a whole. */
export function OverallNotes({ figures, people }: Pick<Props, 'figures' | 'people'>) {
  const { t } = useWords();
  const notes = notesOf(figures, 0);
  if (notes.length === 0) return null;
  return (
    <Part title={t('reports.section.notes')} flows>
      {notes.map((note) => (
        <Note key={note.ratingId} people={people} alone={false} {...note} />
      ))}
    </Part>
  );
}

type ItemNote = { ratingId: string; raterId: string; raterName: string; text: string };

const notesOf = ({ shown }: SessionFigures, measure: number): ItemNote[] =>
  shown.flatMap(({ rating, raterName, scores, overall }) => {
    const text = measure === 0 ? overall.note : (scores.find(({ item }) => item === measure)?.note ?? '');
    return text.trim() === '' ? [] : [{ ratingId: rating.id, raterId: rating.raterId, raterName, text }];
  });

function Note({ people, alone, ...note }: ItemNote & { people: People; alone: boolean }) {
  const { t } = useWords();
  return (
    <div className={styles.note}>
      <Written text={note.text} />
      {!alone && (
        <p className={paper.by}>
          <bdi>{raterIn(people, note, t)}</bdi>
        </p>
      )}
    </div>
  );
}
