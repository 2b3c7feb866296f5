/** What crosses between the main process and the isolated world of a page. */

/** A menu accelerator as a key press; `code` serves keyboards whose letters are not Latin. */
export interface KeyPress {
  /** Lower case, as in KeyboardEvent.key. */
  readonly key: string;
  /** KeyboardEvent.code, '' where only the key counts. */
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  /** null where either will do: for characters that are typed with Shift on some keyboards. */
  readonly shift: boolean | null;
}

/** From the page to the main process. */
export type MessageToMain =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'windowOpen'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'accelerator'; readonly index: number }
  | { readonly kind: 'preloadFailed'; readonly error: unknown }
  | { readonly kind: 'windowChanged' };

/** From the main process to the page. */
export type MessageToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'accelerators'; readonly keyPresses: readonly KeyPress[] };

/** What the script in the page's own world is started with. */
export interface BridgeConfig {
  /** Secret prefix of the events between the two worlds of a page. */
  readonly token: string;
}

/** What the script in the isolated world is started with. */
export interface PreloadConfig extends BridgeConfig {
  /** The global function that carries text to the main process. */
  readonly bindingName: string;
  readonly platform: string;
  readonly architecture: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly keyPresses: readonly KeyPress[];
}

/** The function in the isolated world that takes the parts of a {@link MessageToPage}. */
export const RECEIVER = '__standinReceive';
