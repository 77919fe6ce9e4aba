/** Who can sign in to the demonstration: printed by `npm start`, tried by the browser tests. */
export const demonstrationAccounts: readonly { who: string; email: string; how: string }[] = [];
