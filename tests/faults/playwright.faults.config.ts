import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';

export default defineConfig({ ...journeys, testDir: '.', testMatch: '*.spec.ts', timeout: 300_000 });
