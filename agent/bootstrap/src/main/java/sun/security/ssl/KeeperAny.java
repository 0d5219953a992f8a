package sun.security.ssl;

import java.util.function.Predicate;

/** Any session will do: it is not known which connection asks. */
final class KeeperAny implements Predicate<Object> {
  static final KeeperAny SESSION = new KeeperAny();

  private KeeperAny() {}

  @Override
  public boolean test(Object session) {
    return true;
  }
}
