import { ProgressStrip } from '../ProgressStrip';
import { useWords } from '../words/words';
import { useKeeping } from './useKeeping';

/** How far a recording is on its way into the library, or out of it. */
export function KeepStrip() {
  const { t } = useWords();
  const { current, cancel } = useKeeping();
  if (current === undefined) return null;
  const { step, name, share } = current;
  return (
    <ProgressStrip
      text={t(`keep.steps.${step}`, { name })}
      label={t('keep.underWay')}
      share={share}
      cancel={cancel}
    />
  );
}
