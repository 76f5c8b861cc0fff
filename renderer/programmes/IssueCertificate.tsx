import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../ask';
import { go } from '../place';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';

/** Signs the certificate of an attempt that was passed, and opens it. */
export function IssueCertificate({ enrolmentId, name }: { enrolmentId: string; name: string }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { mutate: issue, isPending } = useMutation({
    mutationFn: () => ask('issueCertificate', enrolmentId),
    onSuccess: async (view) => {
      await refresh();
      if (view !== undefined) go({ name: 'certificate', certificateId: view.id });
      else {
        notifications.show({
          message: t('programmes.certificate.notIssued'),
          autoClose: false,
          closeButtonProps: { 'aria-label': t('close') },
        });
      }
    },
  });
  return (
    <Button
      size="compact-sm"
      disabled={isPending}
      onClick={() => issue()}
      aria-label={t('programmes.certificate.issueOf', { name })}
    >
      {t('programmes.certificate.issue')}
    </Button>
  );
}
