package sun.security.ssl;

import java.util.function.Predicate;

/** Accepts any session: which connection asks is not known. */
final class KeeperAny implements Predicate<Object> {
  static final KeeperAny SESSION = new KeeperAny();

  private KeeperAny() {}

  @Override
  public boolean test(Object session) {
    return true;
  }
}
