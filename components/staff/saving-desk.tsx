"use client";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import type { SaveOutcome } from "@/components/forms/autosaver";
import { dirtyNames } from "@/components/forms/dirty-names";
import { SaveStatusProvider, useSaveStatus } from "@/components/forms/save-status";
import type { Entry } from "@/components/forms/unsent";
import { useAutosave } from "@/components/forms/use-autosave";
import { useFlushBeforeLeaving } from "@/components/forms/use-flush-before-leaving";
import { type ActionState, idle } from "@/lib/action-state";
import type { PublicationChecks } from "@/lib/calls/queries/call-editor";
import type { FieldConflict, Marks } from "@/lib/kernel/merge-fields";
import type { FormAction } from "./action-form";

/** A draft as the server knows it. */
export type DeskSaving = {
  revision: number;
  /** ISO, UTC. */
  savedAt: string;
  /** What this page has read of it. */
  was: Marks;
  conflicts: readonly FieldConflict[];
  checks?: PublicationChecks;
  /** Names the whole form, where the page shows a part of one. */
  formSeen?: string;
};

type Desk = {
  saved: DeskSaving;
  form: RefObject<HTMLFormElement | null>;
  /** The session has ended: nothing is saved until one has signed in again. */
  signedOut: boolean;
  /** It is no draft any more: nothing is saved. */
  closed: boolean;
  changed: () => void;
  /** Before the form is sent as a whole: it then says what this page has read. */
  beforeSend: (posted: FormData) => Promise<boolean>;
  /** Stores what is not stored yet; undefined when it cannot be, or when two texts wait for a choice. */
  settle: () => Promise<DeskSaving | undefined>;
};

const Context = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error("useDesk outside of SavingDesk");
  return desk;
}

type Props = {
  /** Tells this form from others in the same tab. */
  name: string;
  saved: DeskSaving;
  action: FormAction;
  children: ReactNode;
};

/** Around a page whose one form saves itself. */
export function SavingDesk(props: Props) {
  return (
    <SaveStatusProvider savedAt={props.saved.savedAt}>
      <Saving {...props} />
    </SaveStatusProvider>
  );
}

function Saving({ name, saved: given, action, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { setStatus } = useSaveStatus();
  const [{ adopted, saved }, setSaved] = useState({ adopted: given, saved: given });
  const latest = useRef(saved);
  // The server has drawn the page anew, after a save by hand.
  if (adopted !== given) {
    setSaved({ adopted: given, saved: given });
    latest.current = given;
  }

  const learn = (known: DeskSaving) => {
    latest.current = known;
    setSaved({ adopted: given, saved: known });
  };
  const stamp = (posted: FormData) => {
    posted.set("was", JSON.stringify(latest.current.was));
    if (form.current) posted.set("_dirty", JSON.stringify(dirtyNames(form.current)));
    if (latest.current.formSeen) posted.set("formSeen", latest.current.formSeen);
  };
  const [closed, setClosed] = useState(false);
  /** Why the last try stored nothing: only a form that can be mended is sent all the same. */
  const refused = useRef(false);
  const { schedule, flush, forget, unsaved, signedOut } = useAutosave<DeskSaving>({
    ...{ form, name, stamp, onSaved: learn },
    send: async (sent) => {
      const outcome = outcomeOf(await action(idle, automatic(sent)));
      refused.current = outcome.kind === "refused";
      setClosed(outcome.kind === "closed");
      return outcome;
    },
    // With old texts come the marks of what they were written over.
    choose: (kept) => {
      learn({ ...latest.current, was: marksIn(kept, latest.current.was) });
      // What was only drawn, and by nobody written, is on this page as it is stored now.
      const written = new Set(listIn(kept, "_dirty"));
      return kept.filter(([field]) => written.has(field) && !field.startsWith("choose."));
    },
  });
  useFlushBeforeLeaving({ flush, unsaved });
  const first = useRef(given);
  useEffect(() => {
    if (first.current === given) return;
    forget();
    setStatus({ kind: "saved", savedAt: given.savedAt });
  }, [given, forget, setStatus]);
  const desk: Desk = {
    ...{ saved, form, signedOut, closed, changed: schedule },
    beforeSend: async (posted) => {
      const stored = await flush();
      stamp(posted);
      return stored || refused.current;
    },
    settle: async () => {
      const stored = await flush();
      return stored && latest.current.conflicts.length === 0 ? latest.current : undefined;
    },
  };
  return <Context value={desk}>{children}</Context>;
}

/** A choice between two texts is sent by its own button, when the page is drawn anew. */
function automatic(form: FormData): FormData {
  form.set("automatic", "yes");
  for (const field of [...form.keys()]) if (field.startsWith("choose.")) form.delete(field);
  return form;
}

function outcomeOf(state: ActionState): SaveOutcome<DeskSaving> {
  switch (state.status) {
    case "done": {
      const result = state.result as DeskSaving;
      const open = result.conflicts.length;
      return { kind: "saved", savedAt: result.savedAt, result, open };
    }
    case "invalid":
      return { kind: "refused", errors: Object.keys(state.fields).length };
    case "failed":
      if (state.code === "unauthenticated") return { kind: "signedOut" };
      // Published or deleted meanwhile: no other try will do.
      if (["refused", "not_found", "forbidden", "stale"].includes(state.code)) {
        return { kind: "closed" };
      }
      return { kind: "unreachable" };
    default:
      return { kind: "unreachable" };
  }
}

function marksIn(entries: readonly Entry[], known: Marks): Marks {
  const text = entries.find(([name]) => name === "was")?.[1];
  return text ? (JSON.parse(text) as Marks) : known;
}

const listIn = (entries: readonly Entry[], name: string): string[] =>
  JSON.parse(entries.find(([field]) => field === name)?.[1] ?? "[]") as string[];
