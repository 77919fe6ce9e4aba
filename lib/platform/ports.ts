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

/**
 * Throws, with what to do about it, when a server could not listen on this port. `command` is what
 * was typed, so that the advice can be typed too.
 */
export async function refuseTakenPort(port: number, host: string, command: string): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  throw new Error(portAdvice(code, port, host, command));
}

/** What to do when listening on a port failed with this code of the system. */
export function portAdvice(code: string, port: number, host: string, command: string): string {
  switch (code) {
    case "EADDRINUSE":
      return (
        `Port ${port} is in use by another program.\n` +
        `Choose another one: PORT=${port === 65_535 ? 3000 : port + 1} ${command}\n` +
        `or find the program: ss -ltnp "sport = :${port}" (macOS: lsof -i :${port})`
      );
    case "EACCES":
      return `This user may not listen on port ${port}. Choose one from 1024 up: PORT=3000 ${command}`;
    case "EADDRNOTAVAIL":
      return `This machine has no address ${host}. Choose one: LISTEN_HOST=127.0.0.1 ${command}`;
    default:
      return `Cannot listen on ${host}:${port}: ${code}`;
  }
}
