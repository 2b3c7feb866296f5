import type { CommandId } from './commands.ts';
import type { Failure } from './result.ts';

/** Every event main may send to the renderer, with what it carries. */
export interface Events {
  /** The reader chose a command in the application menu. */
  readonly commandChosen: CommandId;
  /** A second start of the program was handed over to this window. */
  readonly secondInstanceStarted: null;
  /** The system has handed a work archive to the program: 'readHandedWorkFile' reads it. */
  readonly workFileHanded: null;
  /** The backup of the day could not be made; notes are saved all the same. */
  readonly backupFailed: Failure;
}

/** The name of an event. */
export type EventName = keyof Events;

/** The names of all events; the compiler holds it complete. */
export const EVENT_NAMES = Object.keys({
  commandChosen: true,
  secondInstanceStarted: true,
  workFileHanded: true,
  backupFailed: true,
} satisfies Record<EventName, true>) as EventName[];
