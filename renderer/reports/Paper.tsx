import i18next from 'i18next';
import { type ReactNode, useEffect, useId, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Paper.module.css';

type Props = {
  language: Language;
  /** Of the document: without names that were not asked for. */
  title: string;
  children: ReactNode;
};

/** A sheet as it is printed. Everything on it speaks the report's language, whichever the window speaks. */
export function Paper({ language, title, children }: Props) {
  const words = useMemo(() => i18next.cloneInstance({ lng: language }), [language]);
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <I18nextProvider i18n={words}>
      <article className={styles.paper} lang={language} data-print data-paper>
        {children}
      </article>
    </I18nextProvider>
  );
}

type HeadProps = { kind: string; title: string; about: string };

export function PaperHead({ kind, title, about }: HeadProps) {
  const { t } = useWords();
  return (
    <header className={styles.head}>
      <p className={styles.kind}>
        <span>{kind}</span>
        <span>{t('product')}</span>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p className={styles.about}>{about}</p>
    </header>
  );
}

type PartProps = {
  title: string;
  /** One sentence on how to read it. */
  how?: string;
  /** Whether it may go on on the next page although it would fit on one. */
  flows?: boolean;
  children: ReactNode;
};

/** A part of a report under its heading, kept on one page where it fits. */
export function Part({ title, how, flows = false, children }: PartProps) {
  const id = useId();
  return (
    <section className={`${styles.part} ${flows ? styles.flowing : ''}`} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h2 id={id}>{title}</h2>
        {how !== undefined && <p className={styles.how}>{how}</p>}
      </div>
      {children}
    </section>
  );
}

export type Fact = { name: string; value: ReactNode; wide?: boolean };

/** What is known, as names with values; nothing stands for what is not known. */
export function Facts({ facts }: { facts: readonly (Fact | undefined)[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => fact !== undefined)
        .map(({ name, value, wide }) => (
          <div key={name} className={wide ? styles.wide : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
