import { beginFirstOpening } from './app/first-opening.ts';
import { studyApi } from './study-api.ts';

// The rest of the page is large. What it will show is asked for before it has been fetched: the settings first, which
// main knows by heart and without which nothing can be drawn.
const start = studyApi.requests.getStartInfo();
const opening = beginFirstOpening(studyApi.requests);
const { showProgram } = await import('./main.tsx');
showProgram(studyApi, await start, opening);
