package sun.security.ssl;

/**
 * The ticket that this thread has taken for a ClientHello, until it is known whether the
 * ClientHello uses it.
 *
 * <p>A ticket that was used has been removed from the store by then, and cannot be given back.
 */
final class Keeper1Taken {
  private static final ThreadLocal<Keeper1Taken> MINE = new ThreadLocal<>();

  private final Keeper1Store store;
  private final SessionId id;

  private Keeper1Taken(Keeper1Store store, SessionId id) {
    this.store = store;
    this.id = id;
  }

  static void remember(Keeper1Store store, SessionId id) {
    MINE.set(new Keeper1Taken(store, id));
  }

  /** Gives back what was taken and not used. Returns whether anything was taken. */
  static boolean settle() {
    Keeper1Taken taken = MINE.get();
    if (taken != null) {
      MINE.remove();
      taken.store.giveBack(taken.id);
    }
    return taken != null;
  }
}
