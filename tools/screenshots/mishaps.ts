import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** A screen of a program that is not as it should be, or not yet. */
export interface Mishap {
  readonly name: string;
  /** Makes it happen, before the program is started. */
  readonly prepare?: (userData: string) => void;
  /** A selector of what stands on the page then, where that is no opened work. */
  readonly ready?: string;
  readonly show: (page: Page, userData: string) => Promise<void>;
}

export const MISHAPS: readonly Mishap[] = [
  {
    name: 'notes-empty',
    show: async (page) => {
      await page.keyboard.press('Control+3');
      await page.getByRole('main').getByRole('heading').first().waitFor();
    },
  },
  {
    name: 'failed-save',
    show: async (page, userData) => {
      // A file where the folder of the notes should be: nothing can be written there, not even by an administrator.
      writeFileSync(path.join(userData, 'notes'), '');
      await page.keyboard.press('h');
      await page.getByRole('contentinfo').getByRole('alert').waitFor();
    },
  },
  {
    name: 'damaged-notes',
    prepare: (userData) => {
      mkdirSync(path.join(userData, 'notes'));
      writeFileSync(path.join(userData, 'notes/joint-statement-2016.json'), '{ "schemaVersion": 1, "annot');
    },
    ready: 'main button',
    show: async (page) => {
      await page.getByRole('main').getByRole('button').first().waitFor();
    },
  },
];
