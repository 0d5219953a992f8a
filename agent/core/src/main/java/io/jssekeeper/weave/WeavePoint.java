package io.jssekeeper.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of the weave table: a method of the JDK, and the hook it is made to call. Not modified
 * once it is in the table.
 */
final class WeavePoint {
  /** Where in the method the hook is called. */
  enum Where {
    /** Before its first instruction; not for constructors. */
    ENTRY,
    /** Before each normal return, with the result if {@link #loads} says so. */
    EXIT,
    /** Instead of each call named by {@link #replaces}: the hook gets the call's arguments. */
    CALL,
    /**
     * After each read of a static field named by {@link #fields}: the hook gets the value, and
     * returns the one to continue with.
     */
    READ
  }

  /** Stands for the returned value in {@link #loads}. */
  static final char RESULT = 'R';

  final String owner;
  final String method;
  final String[] descriptors;
  final Where where;
  final String hookOwner;
  final String hook;
  final String hookDescriptor;

  /**
   * The hook's arguments: numbers of local variables, and {@link #RESULT} first. At a {@link
   * Where#CALL} these follow the call's own.
   */
  private String loads = "";

  /** What is lost without this weave. */
  final String lost;

  /**
   * A method, with its descriptor, without which this weave would do harm; null if there is none.
   */
  private String companion;

  /** The call that the hook replaces, as {@code owner.name(descriptor)}; else null. */
  private String replaces;

  /** The static fields of a {@link Where#READ}, as {@code owner.name:descriptor}. */
  private List<String> fields = Collections.emptyList();

  /** Why a JDK may lack the method without any loss; null if it may not. */
  private String fineIfAbsent;

  /** The event in which it calls its hook; null if the self-check has none. */
  private Trigger trigger;

  /** The option that enables it, as {@code client.ftps}; null if it is always woven. */
  private String option;

  /**
   * @param hook as {@code ContextHooks.method(descriptor)}: a static method of {@code
   *     KeeperContextHooks}
   */
  WeavePoint(WeaveTable.Method method, Where where, String hook, String lost) {
    int dot = hook.indexOf('.');
    int call = hook.indexOf('(');
    this.owner = Names.SSL + method.owner;
    this.method = method.name;
    this.descriptors = method.descriptors;
    this.where = where;
    this.hookOwner = Names.INSIDE + hook.substring(0, dot);
    this.hook = hook.substring(dot + 1, call);
    this.hookDescriptor = hook.substring(call);
    this.lost = lost;
  }

  /** Sets the hook's arguments: see {@link #loads}. */
  WeavePoint loading(String whatTheHookGets) {
    loads = whatTheHookGets;
    return this;
  }

  String loads() {
    return loads;
  }

  /** Not woven unless the class also declares that method. */
  WeavePoint onlyWith(String methodAndDescriptor) {
    companion = methodAndDescriptor;
    return this;
  }

  /**
   * Names the call that a {@link Where#CALL} replaces, as {@code package/Class.method(descriptor)}.
   */
  WeavePoint insteadOf(String ownerMethodAndDescriptor) {
    replaces = Names.descriptor(ownerMethodAndDescriptor);
    return this;
  }

  /**
   * Names the static fields after whose reads a {@link Where#READ} is placed, as {@code
   * Class.name:descriptor}: the same field under different JDKs' names.
   */
  WeavePoint of(String... fieldsAndDescriptors) {
    fields = new ArrayList<>();
    for (String field : fieldsAndDescriptors) {
      fields.add(Names.SSL + Names.descriptor(field));
    }
    return this;
  }

  /** Nothing is lost where the method is not declared, for that reason. */
  WeavePoint unless(String reason) {
    fineIfAbsent = reason;
    return this;
  }

  /** Woven only while that option is on. */
  WeavePoint onlyFor(String key) {
    option = key;
    return this;
  }

  boolean isOptional() {
    return option != null;
  }

  /** Why an optional one is not woven. */
  String whyNotChosen() {
    return option + " is off: nothing is lost";
  }

  /** Calls its hook whenever that event happens in the self-check. */
  WeavePoint calledIn(Trigger what) {
    trigger = what;
    return this;
  }

  /** The event in which it calls its hook; null if the self-check has none. */
  Trigger trigger() {
    return trigger;
  }

  /** Its hook's call as the self-check sees it: {@code Owner.method KeeperContextHooks.hook}. */
  String call() {
    return tls(owner) + "." + method + " " + tls(hookOwner) + "." + hook;
  }

  private static String tls(String internalName) {
    return internalName.substring(Names.SSL.length());
  }

  String companion() {
    return companion;
  }

  /** The descriptor of the call that the hook replaces. */
  String replaced() {
    return replaces.substring(replaces.indexOf('('));
  }

  boolean isCall() {
    return where == Where.CALL;
  }

  /** Where in its method; different for all rows of a method. */
  String place() {
    return isCall() ? replaces : where.name() + fields;
  }

  boolean replaces(String callOwner, String name, String descriptor) {
    return isCall() && (callOwner + "." + name + descriptor).equals(replaces);
  }

  boolean standsBehind(String fieldOwner, String name, String descriptor) {
    return fields.contains(fieldOwner + "." + name + ":" + descriptor);
  }

  /** The fields after whose reads the hook is called; empty if there are none. */
  List<String> fields() {
    return fields;
  }

  String fineIfAbsent() {
    return fineIfAbsent;
  }

  /** Why a class that was found could not be woven. */
  String absence(boolean declared) {
    if (!declared || part().isEmpty()) {
      return "this JDK does not declare it";
    }
    return "this JDK's method does not " + (where == Where.CALL ? "call " : "read ") + part();
  }

  /** The call or the field read that is woven in the method, as {@code Class.name}; else empty. */
  private String part() {
    switch (where) {
      case CALL:
        return simple(replaces, '(');
      case READ:
        return simple(fields.get(0), ':');
      default:
        return "";
    }
  }

  private static String simple(String qualified, char end) {
    String name = qualified.substring(0, qualified.indexOf(end));
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * For display: {@code TransportContext.finishHandshake()}, or {@code Owner.method(...):
   * Class.name} for a call or a read in it.
   */
  String label() {
    String arguments = descriptors.length == 1 ? Names.arguments(descriptors[0]) : "(...)";
    String name = tls(owner) + "." + method + arguments;
    return part().isEmpty() ? name : name + ": " + part();
  }
}
