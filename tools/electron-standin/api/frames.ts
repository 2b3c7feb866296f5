/** A request to go to another document. */
export interface Navigation {
  readonly chromiumUrl: string;
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isRedirect: boolean;
}

/** Why a document is not loaded, in Chromium's words. */
export type NetError = 'ERR_ABORTED (-3)' | 'ERR_BLOCKED_BY_CLIENT (-20)' | 'ERR_FAILED (-2)';

/** Who decides about the navigations of a page. */
export interface NavigationGuard {
  readonly allowsNavigation: (navigation: Navigation) => boolean;
  /** Told before Chromium is, why it will not get the document it has asked for. */
  readonly onRefused: (error: NetError) => void;
}

/** Whose page a frame belongs to. */
export interface Frame {
  readonly contents: NavigationGuard;
  readonly isMain: boolean;
}

const frames = new Map<string, Frame>();

/** Notes a frame of a page. */
export function addFrame(frameId: string, frame: Frame): void {
  frames.set(frameId, frame);
}

/** Forgets every frame of a page. */
export function removeFrames(contents: NavigationGuard): void {
  for (const [frameId, frame] of frames) if (frame.contents === contents) frames.delete(frameId);
}

/** The frame Chromium names, or null. */
export function findFrame(frameId: string): Frame | null {
  return frames.get(frameId) ?? null;
}
