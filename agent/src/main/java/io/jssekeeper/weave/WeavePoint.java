package io.jssekeeper.weave;

/**
 * One row of the table of weaves: a method of the JDK, and the hook that it is made to call.
 * Immutable.
 */
final class WeavePoint {
  /** Where in the method the hook is called. */
  enum Where {
    /** Before its first instruction; in a constructor not to be used. */
    ENTRY,
    /** Before each normal return, with the result if {@link #loads} says so. */
    EXIT
  }

  /** Stands in {@link #loads} for the value that is returned. */
  static final char RESULT = 'R';

  final String owner;
  final String method;
  final String[] descriptors;
  final Where where;
  final String hook;
  final String hookDescriptor;

  /**
   * What the hook gets: numbers of local variables that hold references, and {@link #RESULT} first.
   */
  final String loads;

  /** What does not happen without this weave. */
  final String lost;

  /**
   * A method, with its descriptor, without which this weave would do harm; null if there is none.
   */
  private String companion;

  /** Why a JDK may lack the method, and nothing is lost; null if it may not. */
  private String fineIfAbsent;

  /**
   * @param descriptors newest first: the first one that the class declares is woven, and no other
   */
  WeavePoint(
      String owner,
      String method,
      String[] descriptors,
      Where where,
      String hook,
      String loads,
      String lost) {
    int call = hook.indexOf('(');
    this.owner = Names.SSL + owner;
    this.method = method;
    this.descriptors = descriptors;
    this.where = where;
    this.hook = hook.substring(0, call);
    this.hookDescriptor = hook.substring(call);
    this.loads = loads;
    this.lost = lost;
  }

  /** Not to be woven unless the class declares that method too. */
  WeavePoint onlyWith(String methodAndDescriptor) {
    companion = methodAndDescriptor;
    return this;
  }

  /** Nothing to speak of where the method is not declared, for that reason. */
  WeavePoint unless(String reason) {
    fineIfAbsent = reason;
    return this;
  }

  String companion() {
    return companion;
  }

  String fineIfAbsent() {
    return fineIfAbsent;
  }

  /** As it is shown: {@code TransportContext.finishHandshake}. */
  String label() {
    String arguments = descriptors.length == 1 ? Names.arguments(descriptors[0]) : "(...)";
    return owner.substring(Names.SSL.length()) + "." + method + arguments;
  }
}
