/** Runs once before the first request: a process with wrong settings does not come up. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this word when it builds for each runtime.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseWrongSettings } = await import("@/lib/platform/boot");
  refuseWrongSettings();
}
