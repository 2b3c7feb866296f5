import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import {
  contract,
  REQUEST_NAMES,
  type RequestArgument,
  type RequestHandlers,
  type RequestName,
} from '../../ipc/contract.ts';
import { fail, succeed, type Result } from '../../ipc/result.ts';
import { requestChannel } from '../channels.ts';

/** Whether a request comes from where requests may come from. */
export type IsTrustedSender = (event: IpcMainInvokeEvent) => boolean;

/** Serves every request of the contract. A handler that is missing in `handlers` does not compile. */
export function serveRequests(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: RequestHandlers,
  isTrustedSender: IsTrustedSender,
): void {
  for (const name of REQUEST_NAMES) {
    ipcMain.handle(requestChannel(name), (event, ...args: unknown[]) =>
      isTrustedSender(event)
        ? answerRequest(handlers, name, args)
        : fail('invalid-request', `${name}: refused: not from the window of this program`),
    );
  }
}

/** Checks what was sent, calls the handler and turns whatever it throws into a failure. */
export async function answerRequest<Name extends RequestName>(
  handlers: RequestHandlers,
  name: Name,
  args: readonly unknown[],
): Promise<Result<unknown>> {
  if (args.length > 1) return fail('invalid-request', `${name}: takes one argument, got ${args.length}`);
  const parsed = parseArgument(name, args[0]);
  if (!parsed.ok) return parsed;
  try {
    // The schema of this very name has just said so; TypeScript cannot follow the name through both tables.
    return await handlers[name](parsed.value as RequestArgument<Name>);
  } catch (error) {
    return fail('unexpected', `${name}: ${String(error)}`);
  }
}

/** The argument as its schema has it, or what is wrong with it. */
function parseArgument(name: RequestName, argument: unknown): Result<unknown> {
  try {
    const parsed = contract[name].argument.safeParse(argument);
    if (parsed.success) return succeed(parsed.data);
    const [issue] = parsed.error.issues;
    return fail('invalid-request', `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  } catch (error) {
    // zod freezes what is `readonly`, whatever it is, and a typed array cannot be frozen; a path of symbols cannot be joined.
    return fail('invalid-request', `${name}: ${String(error)}`);
  }
}
