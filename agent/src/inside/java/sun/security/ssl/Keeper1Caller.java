package sun.security.ssl;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who calls one of our caches: JSSE, or an application by reflection. */
final class Keeper1Caller implements Function<Stream<StackFrame>, Boolean> {
  private static final Keeper1Caller CALLER = new Keeper1Caller();
  private static final String JSSE = "sun.security.ssl.";
  private static final String OURS = JSSE + "Keeper1";

  private Keeper1Caller() {}

  /** Looks at the stack of this thread, which has one of our caches on top. */
  static boolean isJsse() {
    return StackWalker.getInstance().walk(CALLER);
  }

  /** The frames of reflection are not among them. */
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
