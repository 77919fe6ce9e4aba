import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Namespace = keyof Messages;

/** What the components of this system need in the browser. */
const ALWAYS: Namespace[] = ["common", "errors"];

/**
 * The texts that client components may ask for. Only these travel to the browser, so a layout or a
 * page whose client components speak of applications wraps them in
 * `<ClientMessages namespaces={["applications"]}>`. Server components need nothing.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: Namespace[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = new Set([...ALWAYS, ...namespaces]);
  const messages = Object.fromEntries(
    Object.entries(all).filter(([name]) => wanted.has(name as Namespace)),
  );
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
