import { createContext, useCallback, useState } from 'react';

/** Tells the desk which notes hold text that is not in the record yet. */
export const Unsaved = createContext<(key: string, unsaved: boolean) => void>(() => undefined);

/** True while any note does, and the function that notes report to. */
export function useUnsaved(): [unsaved: boolean, report: (key: string, unsaved: boolean) => void] {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const report = useCallback((key: string, unsaved: boolean) => {
    setKeys((now) => {
      if (now.has(key) === unsaved) return now;
      return new Set(unsaved ? [...now, key] : [...now].filter((one) => one !== key));
    });
  }, []);
  return [keys.size > 0, report];
}
