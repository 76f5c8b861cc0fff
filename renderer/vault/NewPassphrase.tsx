import { useMutation } from '@tanstack/react-query';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { Gate } from './Gate';
import { NewPassphraseForm } from './NewPassphraseForm';

/** Opened by the recovery code: the passphrase was forgotten, so there must be a new one. */
export function NewPassphrase({ enter }: { enter: () => void }) {
  const { t } = useWords();
  const change = useMutation({
    mutationFn: (passphrase: string) => ask('changePassphrase', { present: null, passphrase }),
    onSuccess: ({ outcome }) => outcome === 'saved' && enter(),
  });
  const outcome = change.data?.outcome;
  return (
    <Gate title={t('vault.newPassphraseTitle')}>
      <NewPassphraseForm
        why={t('vault.newPassphraseWhy')}
        go={t('vault.usePassphrase')}
        running={change.isPending}
        refused={outcome === undefined || outcome === 'saved' ? undefined : t(`vault.${outcome}`)}
        offersKeychain={false}
        submit={({ passphrase }) => change.mutate(passphrase)}
      />
    </Gate>
  );
}
