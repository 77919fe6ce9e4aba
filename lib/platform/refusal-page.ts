import { addressIn } from "@/lib/i18n/addresses";
import { languageOf } from "@/lib/i18n/language-of";
import en from "@/lib/i18n/messages/en/refusals.json";
import it from "@/lib/i18n/messages/it/refusals.json";
import type { Locale } from "@/lib/i18n/routing";
import type { AppErrorCode } from "@/lib/kernel/errors";
import { routes, staffArea } from "@/lib/routes";
import { plainPage } from "./plain-page";

/** What a form had in it when it was refused. */
type Typed = {
  fields: readonly (readonly [string, string])[];
  /** Texts that sending again would not save, because somebody changed them in between. */
  conflicting: readonly string[];
};

const typedIn = new WeakMap<Request, Typed>();

/**
 * Remembers what a plain form brought, so that a page that refuses it can hand it back. Files are
 * not handed back: a browser takes them from nobody but its user.
 */
export function rememberTyped(
  request: Request,
  form: FormData,
  conflicting: readonly string[] = [],
): void {
  const fields = [...form.entries()].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  typedIn.set(request, { fields, conflicting });
}

/** Whether a browser would show the answer to somebody, rather than hand it to a script. */
export function isForReading({ headers }: Request): boolean {
  return (
    /\btext\/html\b/.test(headers.get("accept") ?? "") &&
    !headers.has("rsc") &&
    !headers.has("next-action")
  );
}

/** What a person reads when a handler refuses: what happened, what to do, and what was typed. */
export function refusalPage(
  request: Request,
  { code, reason }: { code: AppErrorCode; reason: string | undefined },
  given: { locale: string | undefined; waitSeconds: number | undefined },
): string {
  const locale = languageOf(request, given.locale);
  const words = locale === "en" ? en : it;
  const typed = typedIn.get(request);
  const isForm = request.method === "POST";
  const said = reason === "file_too_large" ? words[reason] : words[isForm ? code : pageCode(code)];
  // What is not there, or has another version now, is not changed by sending the same again.
  const canRepeat = typed !== undefined && !LASTING.includes(code);
  const wait = waitWords(given.waitSeconds ?? 60, locale);
  const door = isOfStaff(request) ? routes.staffSignIn() : routes.signIn();
  const signIn = { href: addressIn(locale, door), words: words.signIn };
  return plainPage({
    locale,
    title: said.title,
    paragraphs: [
      said.text.replace("{wait}", wait),
      ...(canRepeat ? [words.kept, ...(isMultipart(request) ? [words.file] : [])] : []),
    ],
    links: [
      ...(code === "unauthenticated" ? [{ ...signIn, newTab: canRepeat }] : []),
      ...(canRepeat ? [] : [back(request, isForm, locale)]),
    ],
    again: canRepeat
      ? {
          action: new URL(request.url).pathname.replace(/^\/it(?=\/)/, ""),
          fields: typed.fields,
          multipart: isMultipart(request),
          words: words.again,
        }
      : undefined,
    typed: typed?.conflicting.length ? { title: words.typed, texts: typed.conflicting } : undefined,
  });
}

/** Whether it went to a page of those who work there: they sign in at a door of their own. */
const isOfStaff = ({ url }: Request) =>
  addressIn("it", new URL(url).pathname).startsWith(staffArea);

const LASTING: readonly AppErrorCode[] = ["not_found", "forbidden", "stale"];

/** What somebody may not see does not exist for them. */
function pageCode(code: AppErrorCode): AppErrorCode {
  return code === "rate_limited" || code === "unauthenticated" || code === "refused"
    ? code
    : "not_found";
}

function isMultipart(request: Request): boolean {
  return (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");
}

/** The page whose form was sent, where the browser names one of ours; else the first page. */
function back(request: Request, isForm: boolean, locale: Locale) {
  const words = locale === "en" ? en : it;
  const referer = URL.parse(request.headers.get("referer") ?? "");
  return isForm && referer && referer.host === request.headers.get("host")
    ? { href: referer.pathname + referer.search, words: words.back }
    : { href: addressIn(locale, routes.home()), words: words.home };
}

function waitWords(seconds: number, locale: Locale): string {
  const [amount, unit] = seconds > 90 ? [Math.ceil(seconds / 60), "minute"] : [seconds, "second"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(amount);
}
