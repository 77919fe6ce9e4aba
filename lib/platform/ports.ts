import { createServer } from "node:net";

/** A TCP port of the loopback address that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("The system gave no port")),
      );
    });
  });
}

/** Throws, with what to do about it, when a server could not listen on this port. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  throw new Error(PORT_ADVICE[code]?.(port, host) ?? `Cannot listen on ${host}:${port}: ${code}`);
}

const PORT_ADVICE: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use by another program.\n` +
    `Choose another one: PORT=${port + 1} npm start\n` +
    `or find the program: ss -ltnp "sport = :${port}" (macOS: lsof -i :${port})`,
  EACCES: (port) =>
    `This user may not listen on port ${port}. Choose one from 1024 up: PORT=3000 npm start`,
  EADDRNOTAVAIL: (_port, host) =>
    `This machine has no address ${host}. Set LISTEN_HOST to 127.0.0.1 or 0.0.0.0.`,
};
