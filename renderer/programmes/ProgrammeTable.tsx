import type { ProgrammeRow } from '../../preload/api';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';

/** The programmes, and what is in each. */
export function ProgrammeTable({ programmes }: { programmes: readonly ProgrammeRow[] }) {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="all-programmes">
      <h2 id="all-programmes">{t('programmes.all')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('programmes.head.name')}</th>
            <th scope="col" className={styles.role}>
              {t('programmes.head.role')}
            </th>
            <th scope="col" className={styles.number}>
              {t('programmes.head.practice')}
            </th>
            <th scope="col" className={styles.number}>
              {t('programmes.head.test')}
            </th>
            <th scope="col" className={styles.number}>
              {t('programmes.head.enrolled')}
            </th>
            <th scope="col" className={styles.number}>
              {t('programmes.head.certified')}
            </th>
          </tr>
        </thead>
        <tbody>
          {programmes.map(({ id, name, role, practice, test, enrolled, certified }) => (
            <tr key={id}>
              <th scope="row">
                <a href={hashOf({ name: 'programme', programmeId: id, view: 'raters' })}>{name}</a>
              </th>
              <td className={styles.role}>{t(`programmes.role.${role}`)}</td>
              {[practice, test, enrolled, certified].map((count, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four columns that stay where they are
                <td key={at} className={styles.number}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
