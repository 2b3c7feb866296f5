/** The part of the Chrome DevTools Protocol the stand-in speaks, after its published description. */

interface Command<Params, Result = object> {
  readonly params: Params;
  readonly result: Result;
}

type None = Readonly<Record<string, never>>;

/** What `Target.*` tells of a page, worker or frame. */
export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
}

/** A window's place, in device-independent pixels. */
export interface WindowBounds {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
}

/** A header of a request or response. */
export interface HeaderEntry {
  readonly name: string;
  readonly value: string;
}

/** A request that waits for an answer. */
export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  /** Set when the request follows a redirect that was answered here. */
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly hasPostData?: boolean;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
}

/** What `Runtime.evaluate` gives. */
export interface EvaluationResult {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** Every command that is sent. */
export interface Commands {
  'Browser.close': Command<None>;
  'Browser.getVersion': Command<None, { readonly product: string }>;
  'Browser.getWindowForTarget': Command<
    { targetId: string },
    { readonly windowId: number; readonly bounds: WindowBounds }
  >;
  'Browser.setWindowBounds': Command<{ windowId: number; bounds: WindowBounds }>;
  'Browser.setPermission': Command<{ permission: { name: string }; setting: 'granted' | 'denied' }>;
  'Browser.setDownloadBehavior': Command<{ behavior: 'deny' | 'default'; eventsEnabled: true }>;
  'Browser.cancelDownload': Command<{ guid: string }>;
  'Emulation.setEmulatedMedia': Command<{ features: readonly { name: string; value: string }[] }>;
  'Fetch.enable': Command<{ patterns: readonly { urlPattern: string }[] }>;
  'Fetch.failRequest': Command<{ requestId: string; errorReason: 'Aborted' | 'BlockedByClient' | 'Failed' }>;
  'Fetch.continueRequest': Command<{ requestId: string; url?: string; method?: string }>;
  'Fetch.fulfillRequest': Command<{
    requestId: string;
    responseCode: number;
    responseHeaders?: readonly HeaderEntry[];
    body?: string;
  }>;
  'Input.dispatchKeyEvent': Command<{ type: 'rawKeyDown'; commands: readonly string[] }>;
  'Page.addScriptToEvaluateOnNewDocument': Command<{ source: string; worldName?: string }>;
  'Page.bringToFront': Command<None>;
  'Page.close': Command<None>;
  'Page.enable': Command<None>;
  'Page.handleJavaScriptDialog': Command<{ accept: boolean }>;
  'Page.navigate': Command<{ url: string }, { readonly errorText?: string }>;
  'Runtime.addBinding': Command<{ name: string; executionContextName: string }>;
  'Runtime.enable': Command<None>;
  'Runtime.evaluate': Command<
    {
      expression: string;
      uniqueContextId?: string;
      awaitPromise?: boolean;
      returnByValue?: boolean;
      userGesture?: boolean;
    },
    EvaluationResult
  >;
  'Runtime.runIfWaitingForDebugger': Command<None>;
  'Runtime.setMaxCallStackSizeToCapture': Command<{ size: number }>;
  'Target.closeTarget': Command<{ targetId: string }>;
  'Target.createTarget': Command<{ url: string; newWindow: boolean; width: number; height: number }>;
  'Target.setAutoAttach': Command<{ autoAttach: true; waitForDebuggerOnStart: boolean; flatten: true }>;
}

/** Every event that is listened for. */
export interface Events {
  'Browser.downloadWillBegin': { readonly guid: string };
  'Fetch.requestPaused': PausedRequest;
  'Target.attachedToTarget': { readonly sessionId: string; readonly targetInfo: TargetInfo };
  'Target.detachedFromTarget': { readonly sessionId: string };
  'Page.frameNavigated': {
    readonly frame: {
      readonly url: string;
      readonly urlFragment?: string;
      readonly parentId?: string;
      readonly unreachableUrl?: string;
    };
  };
  'Page.frameAttached': { readonly frameId: string };
  'Page.navigatedWithinDocument': { readonly frameId: string; readonly url: string };
  'Page.loadEventFired': object;
  'Page.windowOpen': {
    readonly url: string;
    readonly windowName: string;
    readonly windowFeatures: readonly string[];
  };
  'Page.javascriptDialogOpening': { readonly type: 'alert' | 'confirm' | 'prompt' | 'beforeunload' };
  'Runtime.bindingCalled': { readonly name: string; readonly payload: string };
  'Runtime.executionContextCreated': {
    readonly context: {
      readonly name: string;
      readonly uniqueId: string;
      readonly auxData?: { readonly frameId?: string };
    };
  };
}
