import type { StudyBridge } from '../ipc/study-bridge.ts';

declare global {
  interface Window {
    readonly duizhao: StudyBridge;
  }
}

/** The way to main: requests and events as preload exposes them. */
export const studyApi: StudyBridge = window.duizhao;
