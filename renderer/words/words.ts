/** Every word on screen comes from the two catalogues. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../../db/scale';
import en from './en.json';
import { isolated } from './isolated';
import nb from './nb.json';

export function startWords(language: Language): Promise<unknown> {
  return i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { nb: { translation: nb }, en: { translation: en } },
    // React writes text as text; only its direction has to be held together.
    interpolation: { escapeValue: true, escape: isolated },
  });
}

/** Says a text of the catalogue in the language in use. */
export type Words = ReturnType<typeof useWords>['t'];

export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'nb' ? 'nb' : 'en';
  return { t, language };
}

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
