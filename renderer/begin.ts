import { beginFirstOpening } from './app/first-opening.ts';
import { studyApi } from './study-api.ts';

// The rest of the page is large. What it will show is asked for before it has been fetched.
const opening = beginFirstOpening(studyApi.requests);
const { showProgram } = await import('./main.tsx');
await showProgram(studyApi, opening);
