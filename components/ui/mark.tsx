/** The mark: a cross of tiles with one being laid. Colours follow the theme and the ground (`.ct-dark`). */
export function Mark() {
  return (
    <svg className="ct-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect x="17" y="33" width="14" height="13" rx="2" />
      <rect x="1" y="18" width="14" height="13" rx="2" />
      <rect className="heart" x="17" y="18" width="14" height="13" rx="2" />
      <rect x="33" y="18" width="14" height="13" rx="2" />
      <rect
        className="laid"
        x="20"
        y="2"
        width="14"
        height="13"
        rx="2"
        transform="rotate(9 27 8)"
      />
    </svg>
  );
}
