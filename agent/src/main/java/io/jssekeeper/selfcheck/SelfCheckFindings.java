package io.jssekeeper.selfcheck;

import io.jssekeeper.weave.Trigger;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What one run of the self-check has shown, or all of them together. For one thread.
 *
 * <p>Nothing is in it twice: a run that has ended for lack of heap is repeated.
 */
final class SelfCheckFindings {
  private final Set<LoopbackProtocol> tried = EnumSet.noneOf(LoopbackProtocol.class);
  private final Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
  private final Set<String> calls = new HashSet<>();
  private final Set<String> errors = new LinkedHashSet<>();
  private final Set<String> mistakes = new LinkedHashSet<>();
  private final Set<String> obstacles = new LinkedHashSet<>();
  private int full;
  private long nanos;

  /** Those of earlier runs. */
  Set<LoopbackProtocol> tried() {
    return tried;
  }

  /** Adds those of a run that has ended. What counts it comes last, and takes no memory. */
  void add(SelfCheckFindings run) {
    calls.addAll(run.calls);
    errors.addAll(run.errors);
    mistakes.addAll(run.mistakes);
    obstacles.addAll(run.obstacles);
    happened(run.triggers, run.full);
    ran(run.tried, run.nanos);
  }

  /** A run has ended. */
  void ran(Set<LoopbackProtocol> protocols, long tookNanos) {
    tried.addAll(protocols);
    nanos += tookNanos;
  }

  /** Handshakes of these kinds were made, some of them full ones. */
  void happened(Set<Trigger> events, int fullHandshakes) {
    triggers.addAll(events);
    full += fullHandshakes;
  }

  /** Which woven methods called which hooks. */
  void called(Set<String> hooks) {
    calls.addAll(hooks);
  }

  /** A hook failed. */
  void error(String sentence) {
    errors.add(sentence);
  }

  /** Every hook was called, if no weave is silent, and yet the outcome is wrong. */
  void mistake(String sentence) {
    mistakes.add(sentence);
  }

  /** The JVM did not allow something. */
  void obstacle(String sentence) {
    obstacles.add(sentence);
  }

  /** {@code passed}, {@code failed} or {@code could not run}, and details. */
  String verdict(WeaveReport weaves) {
    if (!errors.isEmpty()) {
      return "failed: " + String.join("; ", errors);
    }
    if (full > 0 && new Throwable().getStackTrace().length == 0) {
      return "could not run: this JVM has no stack traces, which show the hooks";
    }
    if (full == 0) {
      return "could not run: " + String.join("; ", obstacles);
    }
    int called = weaves.selfChecked(triggers, calls);
    List<String> notCalled = notCalled(weaves);
    if (!notCalled.isEmpty()) {
      return "failed: " + String.join("; ", notCalled);
    }
    if (!mistakes.isEmpty()) {
      return "failed: " + String.join("; ", mistakes);
    }
    return "passed in "
        + TimeUnit.NANOSECONDS.toMillis(nanos)
        + " ms: "
        + called
        + " weaves called their hooks"
        + exceptions();
  }

  private static List<String> notCalled(WeaveReport weaves) {
    List<String> sentences = new ArrayList<>();
    for (WeaveState weave : weaves.states()) {
      if (weave.state() == WeaveState.State.SILENT) {
        sentences.add(weave.sentence());
      }
    }
    return sentences;
  }

  private String exceptions() {
    StringBuilder text = new StringBuilder();
    for (String obstacle : obstacles) {
      text.append("; ").append(obstacle);
    }
    for (LoopbackProtocol protocol : EnumSet.complementOf(EnumSet.copyOf(tried))) {
      text.append("; ")
          .append(protocol.jsseName())
          .append(" not yet: the application has not used it");
    }
    return text.toString();
  }
}
