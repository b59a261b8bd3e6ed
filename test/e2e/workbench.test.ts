import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openFile } from '../editor/drive.ts';
import { openWorkbench, type Workbench } from '../editor/workbench.ts';

const root = resolve(import.meta.dirname, '../..');
const screenshots = join(root, '.cache/screenshots');

const files = {
  'upload.mjs': `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({});

await client.send(
  new PutObjectCommand({
    Bucket: 'invoices',
    Key: 'today.pdf',
    ServerSideEncryption: 'AES-256',
  }),
);
`,
  'template.yaml': `Resources:
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: invoices
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES-256
`,
};

describe('in the workbench', () => {
  let folder: string;
  let workbench: Workbench | undefined;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sselint-e2e-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    mkdirSync(screenshots, { recursive: true });
    workbench = await openWorkbench({ folder, extensionPath: root });
  });

  afterEach(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('underlines a mistake and mends it from the light bulb with the keyboard', async () => {
    const { page } = workbench!;
    await openFile(page, 'upload.mjs');
    const squiggle = page.locator('.squiggly-error').first();
    await squiggle.waitFor({ timeout: 30_000 });
    await shot(page, 'squiggle');
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await page.locator('.codicon-lightbulb-autofix').waitFor();
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Write the valid value' });
    await fix.waitFor();
    await shot(page, 'light-bulb');
    await page.keyboard.press('Enter');
    await squiggle.waitFor({ state: 'detached', timeout: 30_000 });
    await page.locator('.view-line', { hasText: "ServerSideEncryption: 'AES256'" }).waitFor();
  });

  it('shows the bucket and its finding in the tree, and opens the place', async () => {
    const { page } = workbench!;
    await page.locator('.activitybar [aria-label="S3 encryption"]').first().click();
    const bucket = row(page, 'invoices');
    await bucket.waitFor({ timeout: 30_000 });
    await shot(page, 'tree');
    await bucket.locator('.monaco-tl-twistie').click();
    const finding = row(page, 'bucket/');
    await finding.waitFor();
    await finding.click();
    await page.locator('.tab.active[data-resource-name="template.yaml"]').waitFor();
    await shot(page, 'tree-finding');
  });
});

/** The first row of a tree that says so. */
function row(page: Page, text: string): Locator {
  return page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
}

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}
