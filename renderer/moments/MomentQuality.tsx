import { QualityCell } from '../rating/QualityCell';
import cell from '../rating/QualityCell.module.css';
import { useWords } from '../words/words';

/** The quality of a moment; one without is not waiting for any. */
export function MomentQuality({ quality, small = false }: { quality: number | null; small?: boolean }) {
  const { t } = useWords();
  if (quality !== null) return <QualityCell quality={quality} small={small} />;
  const said = t('moments.noQuality');
  return (
    <span
      className={`${cell.empty} ${small ? cell.small : cell.usual}`}
      role="img"
      aria-label={said}
      title={said}
    >
      –
    </span>
  );
}
