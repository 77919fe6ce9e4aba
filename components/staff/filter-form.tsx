import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { addressIn } from "@/lib/i18n/addresses";

type Props = {
  /** Of the list itself, without a language: the form goes by GET and works without scripts. */
  address: string;
  /** The view that is kept; left out: all. */
  view?: string | undefined;
  /** What one searches by: it is read out, and shown while the field is empty. */
  find: string;
  text: string;
  submit: string;
  /** More to filter and order by. */
  children?: ReactNode;
};

/** Above a list of staff: what it is searched by, and what else narrows it. */
export function FilterForm({ address, view, find, text, submit, children }: Props) {
  return (
    <search className="mt-s">
      <form action={addressIn(useLocale(), address)} method="get" className="row-flex st-filters">
        {view && <input type="hidden" name="stato" value={view} />}
        <label className="visually-hidden" htmlFor="q">
          {find}
        </label>
        <input
          className="form-control w-l"
          id="q"
          name="q"
          type="search"
          defaultValue={text}
          placeholder={find}
        />
        {children}
        <Button look="outline" small>
          {submit}
        </Button>
      </form>
    </search>
  );
}
