package sun.security.ssl;

/** The static methods that woven code calls. */
public final class Keeper1Hooks {
  private Keeper1Hooks() {}
}
