import type { RatingView } from '../../preload/api';
import type { Opened } from '../rating/Sheet';
import { AmendDialog } from './AmendDialog';
import type { FinishDialog } from './FinishButtons';
import { History } from './History';
import { SubmitDialog } from './SubmitDialog';

type Props = {
  dialog: FinishDialog;
  view: RatingView;
  durationMs: number;
  close: () => void;
  rate: (item: Opened) => void;
  go: (ms: number) => void;
};

export function FinishDialogs({ dialog, view, durationMs, close, rate, go }: Props) {
  switch (dialog) {
    case 'submit':
      return <SubmitDialog view={view} durationMs={durationMs} close={close} rate={rate} go={go} />;
    case 'amend':
      return <AmendDialog rating={view.rating} close={close} />;
    case 'history':
      return <History view={view} close={close} />;
    default:
      return dialog satisfies never;
  }
}
