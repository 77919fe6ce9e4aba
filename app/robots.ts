import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { routes, unlistedAreas } from "@/lib/routes";

/** Read at each request: the origin is a setting of the installation. */
export const dynamic = "force-dynamic";

/** Personal and working pages are not for search engines, nor are outcomes, which expire. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [...unlistedAreas],
    },
    sitemap: `${env().APP_ORIGIN}${routes.siteMap()}`,
  };
}
