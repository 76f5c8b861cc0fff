import { IconAlertTriangle, IconCertificate, IconClockExclamation } from '@tabler/icons-react';
import type { Enrolled } from '../../preload/api';
import { dayShort } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { IssueCertificate } from './IssueCertificate';
import styles from './Programmes.module.css';
import { certificateState } from './standing';

type Props = {
  rater: Enrolled;
  today: string;
  /** Who looks may issue one that is due. */
  issues?: boolean;
};

/** Until when it is valid, or that one can be issued. */
export function CertificateCell({
  rater: { enrolmentId, rater, certificate, certificateDue },
  today,
  issues,
}: Props) {
  const { t, language } = useWords();
  return (
    <>
      {certificate !== null && <Valid certificate={certificate} />}
      {certificateDue &&
        (issues ? (
          <IssueCertificate enrolmentId={enrolmentId} name={rater.name} />
        ) : (
          <span className={styles.quiet}>{t('programmes.certificate.due')}</span>
        ))}
      {certificate === null && !certificateDue && <span className={styles.quiet}>–</span>}
    </>
  );

  function Valid({ certificate: { id, validUntil } }: { certificate: { id: string; validUntil: string } }) {
    const { state, days } = certificateState(validUntil, today);
    const day = dayShort(validUntil, language);
    const Icon = { valid: IconCertificate, runsOut: IconClockExclamation, ranOut: IconAlertTriangle }[state];
    return (
      <span className={styles.state} data-state={state}>
        <Icon size={16} aria-hidden />
        <span>
          <a href={hashOf({ name: 'certificate', certificateId: id })}>
            {t(`programmes.certificate.${state === 'ranOut' ? 'ranOut' : 'until'}`, { day })}
          </a>
          {state === 'runsOut' && (
            <span className={styles.under}>{t('programmes.certificate.daysLeft', { count: days })}</span>
          )}
        </span>
      </span>
    );
  }
}
