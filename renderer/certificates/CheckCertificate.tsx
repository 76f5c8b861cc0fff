import { Button, Textarea, Title } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { Back } from './Back';
import styles from './Check.module.css';
import { CheckedCard } from './CheckedCard';

/** Looks at the file of a certificate, and says whether it is what was signed. */
export function CheckCertificate() {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const {
    mutate: check,
    data: checked,
    variables: compared = '',
    isPending,
    reset,
  } = useMutation({ mutationFn: (typed: string) => ask('checkCertificate', { code: typed }) });
  return (
    <div className={styles.page}>
      <Back />
      <Title order={1} size="h2">
        {t('certificate.checking.title')}
      </Title>
      <p className={styles.lead}>{t('certificate.checking.lead')}</p>
      <section className="card" aria-label={t('certificate.checking.title')}>
        <Textarea
          label={t('certificate.checking.code')}
          description={t('certificate.checking.codeHint')}
          value={code}
          onChange={({ currentTarget }) => {
            setCode(currentTarget.value);
            // What was found out was found out with another code.
            reset();
          }}
          maxLength={1000}
          autosize
          minRows={2}
          maxRows={6}
          spellCheck={false}
          classNames={{ input: styles.typed ?? '' }}
        />
        <Button
          mt="sm"
          loading={isPending}
          leftSection={<IconFileSearch size={16} aria-hidden />}
          onClick={() => check(code)}
        >
          {t('certificate.checking.choose')}
        </Button>
      </section>
      <div role="status">
        {checked !== undefined && !isPending && (
          <CheckedCard checked={checked} typed={compared.trim() !== ''} />
        )}
      </div>
    </div>
  );
}
