import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconFileOff,
  IconKey,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CertificateChecked } from '../../preload/api';
import { dayLong } from '../format';
import { plainText } from '../reports/plainText';
import { useWords } from '../words/words';
import { Certified } from './Certified';
import styles from './Check.module.css';
import { CodeGroups } from './CodeGroups';

type Props = {
  checked: CertificateChecked;
  /** Whether a code was typed and compared. */
  typed: boolean;
};

/** What came of checking: what is certified, or what is wrong and what to do. */
export function CheckedCard({ checked, typed }: Props) {
  const { t, language } = useWords();
  switch (checked.outcome) {
    case 'cancelled':
      return null;
    case 'noCertificate':
      return (
        <Card
          icon={<IconFileOff />}
          look="warn"
          title={t('certificate.checking.noCertificate')}
          file={checked.name}
        >
          <p>{t('certificate.checking.noCertificateText')}</p>
        </Card>
      );
    case 'changed':
      return (
        <Card
          icon={<IconAlertTriangle />}
          look="warn"
          title={t('certificate.checking.changed')}
          file={checked.name}
        >
          <p>{t('certificate.checking.changedText')}</p>
        </Card>
      );
    case 'otherCode':
      return (
        <Card
          icon={<IconAlertTriangle />}
          look="warn"
          title={t('certificate.checking.otherCode')}
          file={checked.name}
        >
          <p>{t('certificate.checking.otherCodeText')}</p>
          <h3>{t('certificate.checking.itsCode')}</h3>
          <CodeGroups code={checked.view.code} />
        </Card>
      );
    case 'genuine':
      return (
        <Genuine checked={checked} typed={typed} day={dayLong(checked.view.facts.validUntil, language)} />
      );
    default:
      return checked satisfies never;
  }
}

type GenuineProps = {
  checked: Extract<CertificateChecked, { outcome: 'genuine' }>;
  typed: boolean;
  /** Until which it is valid. */
  day: string;
};

function Genuine({ checked: { name, view, ours, valid }, typed, day }: GenuineProps) {
  const { t } = useWords();
  const code = typed && <p>{t('certificate.checking.codeRight')}</p>;
  if (!ours)
    return (
      <Card icon={<IconKey />} look="warn" title={t('certificate.checking.foreign')} file={name}>
        <p>{t('certificate.checking.foreignText')}</p>
        <p className={styles.number}>{view.library}</p>
        <p>{t(valid ? 'certificate.checking.valid' : 'certificate.ranOut', { day })}</p>
        {code}
        <Certified view={view} />
      </Card>
    );
  return valid ? (
    <Card icon={<IconCircleCheck />} look="good" title={t('certificate.checking.genuine')} file={name}>
      <p>{`${t('certificate.checking.genuineText')} ${t('certificate.checking.valid', { day })}`}</p>
      {code}
      <Certified view={view} />
    </Card>
  ) : (
    <Card
      icon={<IconClockExclamation />}
      look="warn"
      title={t('certificate.checking.ranOutTitle')}
      file={name}
    >
      <p>{t('certificate.checking.ranOutText', { day })}</p>
      {code}
      <Certified view={view} />
    </Card>
  );
}

type CardProps = {
  icon: ReactNode;
  look: 'good' | 'warn';
  title: string;
  /** The name of the file that was looked at. */
  file: string;
  children: ReactNode;
};

function Card({ icon, look, title, file, children }: CardProps) {
  const { t } = useWords();
  return (
    <section className={styles.checked} data-look={look} aria-label={title}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div className={styles.words}>
        <h2>{title}</h2>
        {children}
        <p className={styles.file}>{t('certificate.checking.file', { name: plainText(file, 120) })}</p>
      </div>
    </section>
  );
}
