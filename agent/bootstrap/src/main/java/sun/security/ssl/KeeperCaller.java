package sun.security.ssl;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The caller of one of our caches: JSSE, or the application by reflection. */
final class KeeperCaller implements Function<Stream<StackFrame>, Boolean> {
  private static final KeeperCaller CALLER = new KeeperCaller();
  private static final String JSSE = "sun.security.ssl.";
  private static final String OURS = JSSE + "Keeper";

  private KeeperCaller() {}

  /** Examines this thread's stack, which has one of our caches on top. */
  static boolean isJsse() {
    return StackWalker.getInstance().walk(CALLER);
  }

  /** Frames of reflection are not included. */
  @Override
  public Boolean apply(Stream<StackFrame> frames) {
    Iterator<StackFrame> all = frames.iterator();
    while (all.hasNext()) {
      String caller = all.next().getClassName();
      if (!caller.startsWith(OURS)) {
        return caller.startsWith(JSSE);
      }
    }
    return true;
  }
}
