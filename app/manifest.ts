import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

/** Read at each request: the name of the programme is a setting of the installation. */
export const dynamic = "force-dynamic";

/** What a phone shows when somebody puts the site on its first screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: env().PROGRAMME_NAME,
    short_name: "Cantieri",
    lang: "it",
    start_url: routes.home(),
    display: "browser",
    background_color: "#ffffff",
    theme_color: "#0a3a33",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  };
}
