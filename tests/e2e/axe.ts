import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The violations of accessibility on the page: each with what violates. */
export async function listViolations(page: Page): Promise<readonly string[]> {
  // The stand-in and Electron alike have one page; axe must not open another for its own frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Expects that there are none. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect(await listViolations(page)).toEqual([]);
}
