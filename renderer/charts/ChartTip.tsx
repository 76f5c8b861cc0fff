import type { ReactNode } from 'react';
import styles from './Comparisons.module.css';

type Props = {
  /** Where the thing stands that it tells of, and how far it reaches around; undefined hides it. */
  at: { x: number; y: number; radius: number } | undefined;
  /** Of the frame around chart and tip. */
  frame: { width: number; height: number } | undefined;
  children?: ReactNode;
};

/** What is pointed at or reached by keys, in full; read aloud as it changes. It opens towards the middle. */
export function ChartTip({ at, frame, children }: Props) {
  if (at === undefined || frame === undefined) return <div role="status" data-testid="tip" />;
  const { x, y, radius } = at;
  const { width, height } = frame;
  const across = x > width / 2 ? { right: width - x + 14 } : { left: x + 14 };
  const up = y > height / 2 ? { bottom: height - y + radius + 4 } : { top: y + radius + 4 };
  return (
    <div role="status" data-testid="tip" className={styles.tip} style={{ ...across, ...up }}>
      {children}
    </div>
  );
}
