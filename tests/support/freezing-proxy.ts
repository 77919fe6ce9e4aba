import { connect, createServer, type Socket } from "node:net";

/** A way to a server over which, from one moment on, nothing moves and nothing is closed. */
export type FreezingProxy = {
  /** The given address of a database, by way of the proxy. */
  through(url: string): string;
  freeze(): void;
  /** What was held back goes on, as after a cable is plugged in again. */
  thaw(): void;
  close(): void;
};

export async function freezingProxy(target: string): Promise<FreezingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let frozen = false;
  const add = (socket: Socket) => {
    sockets.add(socket);
    if (frozen) socket.pause();
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  };
  const forward = (from: Socket, to: Socket) => {
    from.on("data", (part) => to.write(part));
    from.on("end", () => to.end());
    from.on("close", () => to.destroy());
  };
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    forward(near, far);
    forward(far, near);
    add(near);
    add(far);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const own = typeof address === "object" && address ? address.port : 0;
  return {
    through(url) {
      const there = new URL(url);
      there.port = String(own);
      return there.href;
    },
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
