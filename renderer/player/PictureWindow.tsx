import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Stage.module.css';

type Props = { title: string; closed: () => void; children: ReactNode };

/**
 * A window of its own for the picture, as for a second screen. It belongs to this page: what is drawn in it, its
 * player and its keys are those of the desk. Closing it, by whatever hand, brings the picture back.
 */
export function PictureWindow({ title, closed, children }: Props) {
  const [body, setBody] = useState<HTMLElement>();
  const latest = useRef({ title, closed });
  latest.current = { title, closed };
  useEffect(() => {
    const child = window.open('about:blank', 'picture', 'popup,width=960,height=600');
    if (child === null) {
      latest.current.closed();
      return;
    }
    dress(child.document, latest.current.title);
    const gone = () => latest.current.closed();
    // Not every way to close a window tells the page in it.
    const watch = setInterval(() => child.closed && gone(), 300);
    child.addEventListener('pagehide', gone);
    child.document.addEventListener('keydown', passOn);
    setBody(child.document.body);
    return () => {
      clearInterval(watch);
      child.removeEventListener('pagehide', gone);
      child.close();
    };
  }, []);
  return body && createPortal(children, body);
}

/** The same styles, colours and language as the page. */
function dress(page: Document, title: string): void {
  const { lang, dataset } = document.documentElement;
  page.title = title;
  page.documentElement.lang = lang;
  Object.assign(page.documentElement.dataset, dataset);
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet.href;
    page.head.append(link);
  }
  page.body.classList.add(styles.window ?? '');
}

/** A key pressed in the window of the picture is pressed on the desk. */
function passOn(event: KeyboardEvent): void {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
  const pressed = { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing };
  const again = new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true });
  if (!document.body.dispatchEvent(again)) event.preventDefault();
}
