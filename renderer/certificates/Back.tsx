import { BackLink } from '../BackLink';
import { useWords } from '../words/words';

export function Back() {
  const { t } = useWords();
  return <BackLink to={{ name: 'programmes' }}>{t('certificate.back')}</BackLink>;
}
