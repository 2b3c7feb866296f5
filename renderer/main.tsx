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
import { App } from './App.tsx';
import { studyApi } from './study-api.ts';

// Settings come before the first paint, so that nothing flashes in the wrong language or theme.
const start = await studyApi.requests.getStartInfo();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
if (!start.ok) throw new Error(`Duizhao could not start: ${start.failure.detail}`);

createRoot(root).render(
  <StrictMode>
    <App start={start.value} api={studyApi} />
  </StrictMode>,
);
