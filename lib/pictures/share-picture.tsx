import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { projectRoot } from "@/lib/platform/project-root";
import { PICTURE_SIZE } from "./picture-size";
import { pictureText } from "./picture-text";

/** What stands on the picture that other sites show with a link to a call. */
export type SharePicture = {
  title: string;
  /** Who publishes, and for where. */
  from: string;
  /** "Fino a lunedì 30 novembre 2026, ore 12:00:00 (ora italiana)" */
  until: string;
  programme: string;
};

/** Pictures kept in this process: each costs some tenths of a second to draw, and never changes. */
const MOST = 100;
const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The picture as PNG. Drawn once for a key in each process; nothing is fetched from elsewhere. */
export function sharePicture(key: string, picture: SharePicture): Promise<Uint8Array<ArrayBuffer>> {
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const oldest = drawn.keys().next();
  if (drawn.size >= MOST && !oldest.done) drawn.delete(oldest.value);
  const made = draw(picture);
  drawn.set(key, made);
  made.catch(() => drawn.delete(key));
  return made;
}

async function draw(picture: SharePicture): Promise<Uint8Array<ArrayBuffer>> {
  const image = new ImageResponse(<Poster {...picture} />, {
    ...PICTURE_SIZE,
    fonts: await loadFonts(),
  });
  return new Uint8Array(await image.arrayBuffer());
}

function Poster({ title, from, until, programme }: SharePicture) {
  const words = pictureText(title);
  return (
    <div style={STYLES.sheet}>
      <div style={STYLES.head}>
        <Mark />
        <div style={STYLES.programme}>{pictureText(programme)}</div>
      </div>
      <div style={{ ...STYLES.title, fontSize: words.length > 90 ? 50 : 66 }}>{words}</div>
      <div style={STYLES.foot}>
        <div style={STYLES.from}>{pictureText(from)}</div>
        {until && <div style={STYLES.until}>{pictureText(until)}</div>}
      </div>
    </div>
  );
}

/** The cross of tiles with one being laid. */
function Mark() {
  return (
    <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
      <rect x="25" y="25" width="22" height="22" rx="3" fill="#e2f0ec" />
      <rect x="0" y="25" width="22" height="22" rx="3" fill="#e2f0ec" />
      <rect x="50" y="25" width="22" height="22" rx="3" fill="#e2f0ec" />
      <rect x="25" y="50" width="22" height="22" rx="3" fill="#e2f0ec" />
      <rect x="27" y="0" width="22" height="22" rx="3" fill="#ffd36b" />
    </svg>
  );
}

const FONTS = [
  ["Titillium Web", 400, "titillium-web/400Regular/TitilliumWeb_400Regular.ttf"],
  ["Titillium Web", 700, "titillium-web/700Bold/TitilliumWeb_700Bold.ttf"],
  ["Noto Sans", 400, "noto-sans/400Regular/NotoSans_400Regular.ttf"],
  ["Noto Sans", 700, "noto-sans/700Bold/NotoSans_700Bold.ttf"],
] as const;

let fonts: ReturnType<typeof readFonts> | undefined;
const loadFonts = () => {
  fonts ??= readFonts();
  return fonts;
};

function readFonts() {
  const folder = join(projectRoot(), "node_modules", "@expo-google-fonts");
  return Promise.all(
    FONTS.map(async ([name, weight, file]) => ({
      ...{ name, weight, style: "normal" as const },
      data: await readFile(join(folder, file)),
    })),
  );
}

const STYLES = {
  sheet: {
    display: "flex",
    flexDirection: "column",
    justifyContent: "space-between",
    width: "100%",
    height: "100%",
    padding: 72,
    backgroundColor: "#0a3a33",
    color: "#ffffff",
    fontFamily: "Titillium Web, Noto Sans",
  },
  head: { display: "flex", alignItems: "center" },
  programme: { display: "flex", marginLeft: 28, fontSize: 34, fontWeight: 700 },
  title: { display: "flex", fontWeight: 700, lineHeight: 1.15, letterSpacing: -1 },
  foot: { display: "flex", flexDirection: "column" },
  from: { display: "flex", fontSize: 32, color: "#e2f0ec" },
  until: { display: "flex", marginTop: 12, fontSize: 32, fontWeight: 700, color: "#ffd36b" },
} as const;
