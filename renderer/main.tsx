import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-serif-sc/index.css';
import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/source-serif-4/index.css';
// Before the components, whose own styles come last and win.
import './styles/tokens.css';
import './styles/base.css';
import './styles/highlights.css';
import type { StartInfo } from '../ipc/contract.ts';
import type { Result } from '../ipc/result.ts';
import type { StudyBridge } from '../ipc/study-bridge.ts';
import { App } from './App.tsx';
import type { FirstOpening } from './app/first-opening.ts';

/** Draws the program in its settings: nothing must flash in the wrong language or theme. */
export function showProgram(
  api: StudyBridge,
  start: Result<StartInfo>,
  opening: Promise<FirstOpening>,
): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element #root');
  if (!start.ok) throw new Error(`Duizhao could not start: ${start.failure.detail}`);
  createRoot(root).render(
    <StrictMode>
      <App start={start.value} api={api} opening={opening} />
    </StrictMode>,
  );
}
