import { buildIfNeeded } from "../build";

/** `npm run build`: the production build, unless it is there already for these sources. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const built = await buildIfNeeded(process.cwd(), () => say("Building ..."));
say(built ? "Built." : "The build is up to date.");
