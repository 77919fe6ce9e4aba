let outage: typeof import("@/lib/platform/outage") | undefined;

/** Runs once before the first request: a process with wrong settings does not come up. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this word when it builds for each runtime.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseWrongSettings } = await import("@/lib/platform/boot");
  refuseWrongSettings();
  outage = await import("@/lib/platform/outage");
}

/** A page could not be rendered: whoever answers in its place learns whether to say "try again". */
export function onRequestError(error: unknown): void {
  if (outage?.isOutage(error)) outage.noteOutage();
}
