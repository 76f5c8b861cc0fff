import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PrintButtons } from '../player/PrintButtons';
import { plainText } from './plainText';
import styles from './Report.module.css';

type Props = {
  back: { href: string; name: string };
  /** What is chosen for the report. */
  choices: ReactNode;
  /** Proposed for the file, without its ending. */
  file: string;
  /** Of each page, before its number. */
  foot: string;
  label: string;
  paper: ReactNode;
};

/** The choices beside the paper: what is seen is what is printed. */
export function ReportDesk({ back, choices, file, foot, label, paper }: Props) {
  return (
    <div className={styles.desk}>
      <section className={styles.choices} aria-label={label}>
        <a className={styles.back} href={back.href}>
          <IconChevronLeft size={16} aria-hidden />
          {back.name}
        </a>
        <div className={styles.scroll}>{choices}</div>
        <div className={styles.save}>
          <PrintButtons name={file} foot={plainText(foot, 120)} />
        </div>
      </section>
      {paper}
    </div>
  );
}
