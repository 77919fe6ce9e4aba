import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";
import { type StateKind, StateLabel } from "./state-label";

export type CallFact = { icon: IconName; text: ReactNode };

export type CallCardProps = {
  href: string;
  title: string;
  zone: string;
  state: { kind: StateKind; word: string };
  /** "Restano 4 giorni e 17 ore"; nothing where no deadline runs. */
  timeLeft?: string | undefined;
  facts: CallFact[];
  /** "Leggi l'avviso": the whole card leads there, so these words are not read twice. */
  go: string;
  level?: 2 | 3;
};

/** A call among the few that can be answered now. Wrap several in `<ul className="ct-cards">`. */
export function CallCard({
  href,
  title,
  zone,
  state,
  timeLeft,
  facts,
  go,
  level = 3,
}: CallCardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className="ct-card">
      <div className="ct-tags">
        <StateLabel kind={state.kind}>{state.word}</StateLabel>
      </div>
      {timeLeft && (
        <p className={`ct-left ct-num${state.kind === "today" ? " is-today" : ""}`}>{timeLeft}</p>
      )}
      <hr />
      <p className="ct-zone">{zone}</p>
      <Heading className="ct-h3 ct-card-title">
        <Link href={href}>{title}</Link>
      </Heading>
      <CallFacts facts={facts} />
      <span className="ct-go" aria-hidden="true">
        {go} <Icon name="arrow-right" size="xs" />
      </span>
    </article>
  );
}

export type CallRowProps = Omit<CallCardProps, "go" | "title"> & {
  title: ReactNode;
  /** Where a search has found its words. */
  excerpt?: ReactNode;
  /** Under the time left: "fino a lunedì 30 novembre 2026, ore 12:00:00" */
  when?: ReactNode;
};

/** A call in the list. Wrap several in `<ul className="ct-rows">`, one `<li>` each. */
export function CallRow(props: CallRowProps) {
  const { href, title, zone, state, timeLeft, when, facts, excerpt, level = 3 } = props;
  const Heading = `h${level}` as const;
  return (
    <article className="ct-row">
      <div>
        <StateLabel kind={state.kind}>{state.word}</StateLabel>
        {timeLeft && (
          <p className={`ct-left ct-num${state.kind === "today" ? " is-today" : ""}`}>{timeLeft}</p>
        )}
        {when && <p className="ct-when">{when}</p>}
      </div>
      <div>
        <p className="ct-zone">{zone}</p>
        <Heading className="ct-h3 ct-card-title">
          <Link href={href}>{title}</Link>
        </Heading>
        {excerpt && <p className="ct-excerpt">{excerpt}</p>}
        <CallFacts facts={facts} />
      </div>
      <Icon name="arrow-right" />
    </article>
  );
}

type SlimProps = {
  href: string;
  title: string;
  zone: string;
  state: { kind: StateKind; word: string };
  text: ReactNode;
};

/** A call that is not urgent: always open, or opening later. Wrap several in `<ul className="ct-two">`. */
export function CallSlim({ href, title, zone, state, text }: SlimProps) {
  return (
    <article className="ct-slimcard">
      <div>
        <p>{zone}</p>
        <h3>
          <Link href={href}>{title}</Link>
        </h3>
        <p>{text}</p>
      </div>
      <StateLabel kind={state.kind}>{state.word}</StateLabel>
    </article>
  );
}

function CallFacts({ facts }: { facts: CallFact[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="ct-meta">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a card never change their order
        <li key={index}>
          <Icon name={fact.icon} />
          <span>{fact.text}</span>
        </li>
      ))}
    </ul>
  );
}
