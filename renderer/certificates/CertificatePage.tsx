import { Button, Text } from '@mantine/core';
import { IconClockExclamation, IconFileTypePdf, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../ask';
import { dayLong, localDay } from '../format';
import { hashOf } from '../place';
import { Paper } from '../reports/Paper';
import { fileName } from '../reports/plainText';
import { useWords } from '../words/words';
import { Back } from './Back';
import styles from './Certificate.module.css';
import { CertificatePaper } from './CertificatePaper';
import { useCertificate } from './useCertificate';

/** A certificate as it goes out: what is seen is what is sealed. */
export function CertificatePage({ certificateId }: { certificateId: string }) {
  const { t, language } = useWords();
  const { data: view } = useCertificate(certificateId);
  const {
    mutate: save,
    data: came,
    isPending,
  } = useMutation({ mutationFn: (name: string) => ask('saveCertificate', { id: certificateId, name }) });
  if (view === undefined) return null;
  if (view === null)
    return (
      <>
        <Back />
        <Text mt="md">{t('certificate.gone')}</Text>
      </>
    );
  const { facts } = view;
  const file = fileName(['MBT-G', t('certificate.file'), facts.rater, facts.issuedOn]);
  return (
    <div className={styles.desk}>
      <section className={styles.side} aria-label={t('certificate.title')}>
        <Back />
        {facts.validUntil < localDay(new Date()) && (
          <p className={styles.ranOut}>
            <IconClockExclamation size={18} aria-hidden />
            {t('certificate.ranOut', { day: dayLong(facts.validUntil, language) })}
          </p>
        )}
        <p>{`${t('certificate.sealed')} ${t('certificate.printedOnce')}`}</p>
        <Button
          disabled={isPending}
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          onClick={() => save(file)}
        >
          {t('certificate.save')}
        </Button>
        <Button
          component="a"
          href={hashOf({ name: 'checkCertificate' })}
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
        >
          {t('certificate.check')}
        </Button>
        <output>{came !== undefined && came !== 'cancelled' && t(`keys.result.${came}`)}</output>
      </section>
      <Paper language={language} title={`${t('certificate.title')}: ${facts.rater}`}>
        <CertificatePaper view={view} />
      </Paper>
    </div>
  );
}
