import { Portal } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './Unlock.module.css';

/** The groups of a code, two lines of three. */
export function CodeGroups({ code }: { code: string }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form's group
    <div className={styles.code} role="group" aria-label={t('vault.recoveryCode')} data-testid="code">
      {code.split('-').map((group) => (
        <span key={group}>{group}</span>
      ))}
    </div>
  );
}

/** The code on a sheet of its own, with what somebody needs to know who finds it years later. */
export function RecoveryPaper({ code, folder }: { code: string; folder: string }) {
  const { t, language } = useWords();
  const today = new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { dateStyle: 'long' });
  return (
    // Beside the page, not inside it: there nothing around it is printed.
    <Portal>
      <div className={styles.paper} data-print>
        <h1>{t('vault.paperTitle')}</h1>
        <p>{t('vault.paperText')}</p>
        <CodeGroups code={code} />
        <dl>
          <dt>{t('vault.paperFolder')}</dt>
          <dd>
            <bdi>{folder}</bdi>
          </dd>
          <dt>{t('vault.paperDate')}</dt>
          <dd>{today.format(new Date())}</dd>
        </dl>
        <p>{t('vault.paperUse')}</p>
      </div>
    </Portal>
  );
}
