import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import net from 'node:net';

/** What a second start hands over to the first. */
export interface SecondStart {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

/** Either the lock, or the hand-over to who holds it. */
export type LockOutcome =
  | { readonly isHeld: true }
  | {
      readonly isHeld: false;
      /** Settles when the first instance has taken over. */
      readonly handedOver: Promise<void>;
    };

const ACKNOWLEDGED = 'taken';

/**
 * Takes the lock of a user data folder, or hands this start over to who has it. The lock is a socket in Linux's abstract
 * name space, which vanishes with its process, however that ends.
 */
export function takeInstanceLock(
  userData: string,
  own: SecondStart,
  onSecondStart: (start: SecondStart) => void,
): LockOutcome {
  const address = `\0duizhao-standin-${createHash('sha256').update(realpathSync(userData)).digest('hex')}`;
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => (text += String(data)));
    socket.on('end', () => {
      socket.end(ACKNOWLEDGED);
      onSecondStart(JSON.parse(text) as SecondStart);
    });
  });
  // An address in use is reported later, but whether it is ours is known at once.
  server.on('error', () => {});
  server.listen(address);
  if (server.listening) {
    server.unref();
    return { isHeld: true };
  }
  return { isHeld: false, handedOver: handOver(address, own) };
}

function handOver(address: string, own: SecondStart): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    // The first instance has just ended: nobody is left to take over.
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.resume();
    socket.end(JSON.stringify(own));
  });
}
