/** For each state, the events it listens to and where each leads. A state with no event is terminal. */
export type Transitions<State extends string, Event extends string> = {
  readonly [From in State]: { readonly [On in Event]?: State };
};

/** Checks by type that a table names every state and no unknown state or event. */
export function defineTransitions<State extends string, Event extends string>(
  table: Transitions<State, Event>,
): Transitions<State, Event> {
  return table;
}

/** Where `event` leads from `state`, or null if the state does not listen to it. */
export function next<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  state: State,
  event: Event,
): State | null {
  const exits = table[state];
  return Object.hasOwn(exits, event) ? (exits[event] ?? null) : null;
}

/** The events that a state listens to, in the order of the table. */
export function eventsFrom<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  state: State,
): Event[] {
  return Object.keys(table[state]) as Event[];
}

export function isTerminal<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  state: State,
): boolean {
  return eventsFrom(table, state).length === 0;
}

/** All states that can be reached from the given ones, themselves included. */
export function reachableFrom<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  starts: readonly State[],
): Set<State> {
  const seen = new Set(starts);
  for (const state of seen) {
    for (const event of eventsFrom(table, state)) {
      const target = next(table, state, event);
      if (target !== null) seen.add(target);
    }
  }
  return seen;
}
