/** A network that never changes. */
export const STEADY = {isOnline: () => true, onOnline: () => () => undefined};
