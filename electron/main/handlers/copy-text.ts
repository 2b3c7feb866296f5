import { succeed, type Result } from '../../../ipc/result.ts';

export interface CopyTextParts {
  readonly clipboard: { readonly writeText: (text: string) => Promise<void> };
}

export async function copyText({ clipboard }: CopyTextParts, text: string): Promise<Result<null>> {
  await clipboard.writeText(text);
  return succeed(null);
}
