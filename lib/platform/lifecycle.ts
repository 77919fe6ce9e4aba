/**
 * Whether this process is on its way out. Kept on the global object because the server around
 * Next and the code that Next bundles are loaded as different modules of one process.
 */
const state = globalThis as { cantieriDraining?: boolean };

/** From here on the process is not ready: what balances the load sends no more requests. */
export function startDraining(): void {
  state.cantieriDraining = true;
}

export function isDraining(): boolean {
  return state.cantieriDraining === true;
}
