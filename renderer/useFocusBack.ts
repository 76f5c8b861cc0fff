import { useEffect, useState } from 'react';

/** For what opens over a place: whatever had the focus before has it again afterwards, so that Tab goes on there. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}
