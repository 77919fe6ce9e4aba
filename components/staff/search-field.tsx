/** What a list is searched by, in a form of filters: its label is read out, and shown while it is empty. */
export function SearchField({ label, text }: { label: string; text: string }) {
  return (
    <>
      <label className="visually-hidden" htmlFor="q">
        {label}
      </label>
      <input
        className="form-control w-l"
        id="q"
        name="q"
        type="search"
        defaultValue={text}
        placeholder={label}
      />
    </>
  );
}
