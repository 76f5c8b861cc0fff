import { IconVideo } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { linkDropped } from '../ask';
import { isTranscript, useDropTranscript } from '../transcript/useDropTranscript';
import { useWords } from '../words/words';
import styles from './DropTarget.module.css';
import { useLink } from './useLink';

/** A recording may be dropped anywhere, a transcript where its session is. */
export function DropTarget({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { settle } = useLink();
  const transcript = useDropTranscript();
  const [over, setOver] = useState(false);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the button 'Add recording' does
    <div
      className={styles.target}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        if (isTranscript(file)) transcript.drop(file);
        else void settle(linkDropped(file));
      }}
    >
      {children}
      {transcript.question}
      {over && (
        <div className={styles.invitation}>
          <IconVideo size={48} stroke={1.4} aria-hidden />
          {t('link.drop')}
        </div>
      )}
    </div>
  );
}
