import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A program that listens and then does nothing for ever: the kernel keeps a connection or two for it and lets all others wait. */
const deaf = `
  const server = require('node:net').createServer();
  server.listen(0, '127.0.0.1', 1, () => {
    require('node:fs').writeSync(1, String(server.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;

/** A port at which nobody opens: connections are neither made nor refused (Linux). */
export async function startDoor(): Promise<{ readonly port: number; stop(): void }> {
  const child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(said);
  const sockets: Socket[] = [];
  for (let open = true; open; ) {
    open = false;
    const socket = connect(port, '127.0.0.1')
      .on('error', () => {})
      .once('connect', () => {
        open = true;
      });
    sockets.push(socket);
    // The kernel makes a connection on loopback at once, or not before it tries again after a second.
    await Promise.race([once(socket, 'connect'), new Promise((resolve) => setTimeout(resolve, 300))]);
    // On a busy machine the time can be over before the news of a connection is read.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    port,
    stop() {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}
