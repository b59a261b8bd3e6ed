import type { Page } from 'playwright-core';

/** Opens a file by name, as with Ctrl+P. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, 'Control+P', name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

/** Runs a command by the title that the palette shows. */
export const runCommand = (page: Page, title: string): Promise<void> => pick(page, 'F1', title);

async function pick(page: Page, key: string, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await page.keyboard.press(key);
  await input.waitFor();
  await input.pressSequentially(text);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
  await input.waitFor({ state: 'hidden' });
}
