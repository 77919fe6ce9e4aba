import { createRequire } from "node:module";
import { join } from "node:path";

// Next refuses this module where pages are rendered on the server, although a letter is no page:
// Node loads it, past the bundler. The elements it is given are the same.
const load = createRequire(join(process.cwd(), "package.json"));

export const { renderToStaticMarkup } = load(
  "react-dom/server",
) as typeof import("react-dom/server");
