interface Shaped {
  readonly glyphs: readonly unknown[];
  readonly positions: readonly object[];
}

/** A font of fontkit, as far as it matters here. */
interface ShapingFace {
  layout(text: string, ...how: unknown[]): Shaped;
}

/** Texts a face remembers; labels and legal sentences recur, names do not and are soon forgotten. */
const CAPACITY = 1_000;
const LONGEST = 400;

/**
 * Shaping is a fifth of the time a document takes, and layout asks for each text several times.
 * Makes a face remember what it shaped. Callers get copies: pdfkit scales positions in place.
 */
export function rememberShaping(face: ShapingFace): void {
  const shape = face.layout.bind(face);
  const known = new Map<string, Shaped>();
  face.layout = (text, ...how) => {
    if (text.length > LONGEST) return shape(text, ...how);
    const key = `${JSON.stringify(how)}${text}`;
    let run = known.get(key);
    if (!run) {
      run = shape(text, ...how);
      const [oldest] = known.size < CAPACITY ? [] : known.keys();
      if (oldest !== undefined) known.delete(oldest);
      known.set(key, run);
    }
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run)), run, {
      glyphs: [...run.glyphs],
      positions,
    });
  };
}
