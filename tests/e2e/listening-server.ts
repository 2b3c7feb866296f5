import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A network to reach: a server on this computer that notes every connection. */
export interface ListeningServer {
  /** Host and port. */
  readonly address: string;
  /** How many connections were made to it. */
  readonly countConnections: () => number;
  readonly close: () => Promise<void>;
}

/** Starts a server that answers everything, with everything allowed. */
export async function startServer(): Promise<ListeningServer> {
  let count = 0;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' });
    response.end('<h1>reached</h1>');
  });
  server.on('connection', () => (count += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    countConnections: () => count,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
