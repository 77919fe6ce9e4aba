import { getTranslations } from "next-intl/server";
import { AreaNav } from "@/components/layout/work-shell";
import { unreadMessages } from "@/lib/applications/queries/unread-messages";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/**
 * The menu of the personal area, with what waits to be read. Part of the pages, not of their layout,
 * which stays as it was drawn first while one goes from page to page.
 */
export async function AreaMenu({ ctx, unread }: { ctx: Ctx; unread?: number }) {
  const [count, t, organisations, own, thread] = await Promise.all([
    unread ?? unreadMessages(ctx),
    getTranslations("auth"),
    getTranslations("organisations"),
    getTranslations("ownData"),
    getTranslations("thread"),
  ]);
  return (
    <AreaNav
      items={[
        {
          label: t("area.applications"),
          href: routes.myApplications(),
          unread: { count, words: thread("unread", { count }) },
        },
        { label: organisations("nav"), href: routes.organisations() },
        { label: own("title"), href: routes.ownData() },
        { label: t("sessions.title"), href: routes.sessions() },
        { label: t("signOut.title"), href: routes.signOut() },
      ]}
    />
  );
}
