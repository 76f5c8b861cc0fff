import { useEffect, useState } from 'react';

/** Whole seconds until `waitMs` from now is over, counted down; `from` begins anew. */
export function useCountdown({ waitMs }: { waitMs: number }, from: unknown): number {
  const [leftMs, setLeftMs] = useState(waitMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same wait, told anew, is waited for anew
  useEffect(() => {
    const end = performance.now() + waitMs;
    setLeftMs(waitMs);
    if (waitMs === 0) return;
    const timer = setInterval(() => {
      const left = Math.max(0, end - performance.now());
      setLeftMs(left);
      if (left === 0) clearInterval(timer);
    }, 200);
    return () => clearInterval(timer);
  }, [waitMs, from]);
  return Math.ceil(leftMs / 1000);
}
