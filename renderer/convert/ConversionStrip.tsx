import { ProgressStrip } from '../ProgressStrip';
import { useWords } from '../words/words';
import { useConversion } from './useConversion';

/** How far the playable copy has come. */
export function ConversionStrip() {
  const { t } = useWords();
  const { current, cancel } = useConversion();
  if (current === undefined) return null;
  const text = t('conversion.making', { name: current.name });
  return <ProgressStrip text={text} label={t('conversion.busy')} share={current.share} cancel={cancel} />;
}
