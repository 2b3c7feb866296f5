/** What the tests use of the package, which comes without types. */
declare module 'jsonld' {
  interface LoadedDocument {
    readonly document: unknown;
    readonly documentUrl: string;
  }

  export function expand(
    document: unknown,
    options: { readonly documentLoader: (url: string) => Promise<LoadedDocument> },
  ): Promise<readonly unknown[]>;
}
