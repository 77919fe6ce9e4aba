/**
 * The one way to build a message key from a code: `t(keyIn("state", call.state))`.
 * tests/unit/i18n.test.ts counts every key below the named branch as used; a key built in another
 * way is reported as unused.
 */
export const keyIn = <Branch extends string, Leaf extends string>(branch: Branch, leaf: Leaf) =>
  `${branch}.${leaf}` as const;
