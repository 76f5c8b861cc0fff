import type { ReactNode } from 'react';
import styles from './Comparisons.module.css';

type Props = {
  /** Where the thing stands that it tells of, in the frame around chart and tip; undefined hides it. */
  at: { x: number; y: number } | undefined;
  /** Of the frame. */
  width: number;
  children?: ReactNode;
};

/** What is pointed at or reached by keys, in full; read aloud as it changes. */
export function ChartTip({ at, width, children }: Props) {
  if (at === undefined) return <div role="status" />;
  const side = at.x > width / 2 ? { right: width - at.x + 14 } : { left: at.x + 14 };
  return (
    <div role="status" className={styles.tip} style={{ top: at.y, ...side }}>
      {children}
    </div>
  );
}
