/**
 * What clocks in the browser ask. Apart from lib/routes, because a public page with a countdown
 * would load every address of the product with it.
 */
export const clocks = { serverTime: () => "/api/time" } as const;
