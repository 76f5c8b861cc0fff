import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from './program';

/** No violation of any rule of axe, at rest. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  // A place that is still asking has nothing on it yet.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // Entrances of dialogs and menus fade: their colours count when they have arrived.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  // What is on its way out, such as a hint whose fading has just ended, is looked at once more when it is gone.
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
    expect(found, place).toEqual([]);
  }).toPass({ timeout: 8000 });
}
