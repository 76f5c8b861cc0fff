import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/**
 * A field takes what fits, or nothing, and says so: by itself the browser would put in the beginning of a long text
 * that is pasted or dropped, and leave out the rest without a word.
 * @returns its off
 */
export function watchLengths(page: Document): () => void {
  const watch = (event: InputEvent) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    // What an input method composes is not put in yet.
    if (field.maxLength < 0 || event.isComposing || !event.inputType.startsWith('insert')) return;
    const put = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
    if (field.value.length - replaced + put.length <= field.maxLength) return;
    event.preventDefault();
    notifications.show({
      id: 'too-long',
      color: 'orange',
      message: i18next.t('bounds.tooLong', { longest: field.maxLength.toLocaleString(i18next.language) }),
      closeButtonProps: { 'aria-label': i18next.t('close') },
    });
  };
  page.addEventListener('beforeinput', watch);
  return () => page.removeEventListener('beforeinput', watch);
}
