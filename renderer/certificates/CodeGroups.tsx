import styles from './Certificate.module.css';

/** The groups of a code, each in one piece. */
export function CodeGroups({ code }: { code: string }) {
  return (
    <span className={styles.code} data-testid="code">
      {code.split('-').map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group can be there twice
        <span key={index}>{group} </span>
      ))}
    </span>
  );
}
