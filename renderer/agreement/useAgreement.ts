import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AgreementMeasure, AgreementScope, AgreementSide } from '../../preload/api';
import { ask } from '../ask';

export const useAgreementBasis = (scope: AgreementScope) =>
  useQuery({ queryKey: ['agreementBasis', scope], queryFn: () => ask('agreementBasis', scope) });

/** The table of a choice, worked out in the main process; it can be stopped, and begun again. */
export function useAgreementTable(scope: AgreementScope) {
  const queries = useQueryClient();
  const running = useRef<string>(undefined);
  const [share, setShare] = useState(0);
  const [stopped, setStopped] = useState(false);
  const queryKey = ['agreement', scope];
  const { data, isError } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const runId = crypto.randomUUID();
      running.current = runId;
      setShare(0);
      signal.addEventListener('abort', () => void ask('cancelAgreement', runId));
      const found = await ask('agreement', { runId, scope });
      return found.outcome === 'done' ? found : null;
    },
    enabled: !stopped,
  });
  useEffect(
    () =>
      window.api.on('agreementProgress', ({ runId, done, of }) => {
        if (runId === running.current) setShare(of === 0 ? 0 : done / of);
      }),
    [],
  );
  return {
    table: data ?? undefined,
    /** 0 to 1. */
    share,
    /** It was cancelled, or failed, which was told. */
    stopped: stopped || isError || data === null,
    stop(): void {
      setStopped(true);
      void queries.cancelQueries({ queryKey });
    },
    again(): void {
      setStopped(false);
      void queries.resetQueries({ queryKey });
    },
  };
}

type Two = {
  scope: AgreementScope;
  measure: AgreementMeasure;
  side: AgreementSide;
  first: string;
  second: string;
};

export const useAgreementPair = (asked: Two) =>
  useQuery({ queryKey: ['agreementPair', asked], queryFn: () => ask('agreementPair', asked) });

type Marked = {
  sessionId: string;
  first: string;
  second: string;
  edition: string | null;
  toleranceMs: number;
};

export const useAgreementMoments = (asked: Marked) =>
  useQuery({
    queryKey: ['agreementMoments', asked],
    queryFn: async () => (await ask('agreementMoments', asked)) ?? null,
  });
