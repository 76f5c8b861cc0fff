import { useEffect, useRef, useState } from 'react';
import type { Strength } from './strength';

type Found = { passphrase: string; strength: Strength };

/** Undefined until the passphrase as it is now was looked over. Begins with the first sign that is typed. */
export function useStrength(passphrase: string): Strength | undefined {
  const [found, setFound] = useState<Found>();
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    if (passphrase === '') {
      setFound(undefined);
      return;
    }
    if (worker.current === undefined) {
      worker.current = new Worker(new URL('./strengthWorker.ts', import.meta.url), { type: 'module' });
      worker.current.onmessage = ({ data }: MessageEvent<Found>) => setFound(data);
    }
    worker.current.postMessage(passphrase);
  }, [passphrase]);
  // An earlier answer holds until the next one is there, so that nothing flickers; it lets nothing in.
  if (found === undefined || passphrase === '') return undefined;
  return found.passphrase === passphrase ? found.strength : { ...found.strength, enough: false };
}
