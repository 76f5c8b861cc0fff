import { useWords } from '../words/words';
import { Gate } from './Gate';
import { RecoveryCode } from './RecoveryCode';

/** The last step of making a library: the second way into it. */
export function KeepRecoveryCode({ folder, enter }: { folder: string; enter: () => void }) {
  const { t } = useWords();
  return (
    <Gate title={t('vault.keepCode')} step={{ number: 3, of: 3 }}>
      <RecoveryCode folder={folder} done={enter} go={t('vault.enter')} />
    </Gate>
  );
}
