package io.jssekeeper.selfcheck;

import io.jssekeeper.bridge.Bridge;
import io.jssekeeper.config.BadOption;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.weave.Scene;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import sun.security.ssl.KeeperRehearsal;
import sun.security.ssl.KeeperSwitchboard;

/**
 * Handshakes of the keeper's own with a second keeper behind the hooks, which nobody looks into and
 * which goes with them. For one thread, once.
 */
final class Rehearsal {
  private static final String OPTIONS = "history=20";

  private final BooleanSupplier inTime;
  private final Core core;
  private final KeeperRehearsal watched;
  private final Set<Scene> scenes = EnumSet.noneOf(Scene.class);
  private final List<String> impossible = new ArrayList<>();
  private int full;
  private int resumed;
  private long millis;

  /**
   * @param inTime whether to go on; asked now and then
   */
  Rehearsal(BooleanSupplier inTime) {
    this.inTime = inTime;
    core = new Core(options());
    watched = new KeeperRehearsal(new Bridge(core));
  }

  /** Whatever the application's keeper was told to do: this one takes no part in it. */
  private static Options options() {
    try {
      return Options.load(OPTIONS, Map.of(), new Properties());
    } catch (BadOption e) {
      throw new IllegalStateException(e);
    }
  }

  /** What this JVM does not allow is left out. */
  void play() {
    if (System.getProperty("javax.net.debug") != null) {
      impossible.add("javax.net.debug is set, and would show its handshakes");
      return;
    }
    if (!KeeperSwitchboard.begin(watched)) {
      impossible.add("another one is under way");
      return;
    }
    long began = System.nanoTime();
    try {
      playWith(new Trial(inTime));
    } catch (GeneralSecurityException | IOException | RuntimeException | LinkageError e) {
      impossible.add(e.toString());
    } finally {
      KeeperSwitchboard.end();
    }
    millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private void playWith(Trial trial) {
    scenes.add(Scene.SETTING_UP);
    connectTwice(trial, "TLSv1.3", Scene.TLS13);
    connectTwice(trial, "TLSv1.2", Scene.TLS12);
    if (scenes.contains(Scene.FULL)) {
      end(trial);
    }
  }

  private void connectTwice(Trial trial, String protocol, Scene scene) {
    try {
      note(trial.connect(protocol), scene);
      note(trial.connect(protocol), scene);
    } catch (SSLException | RuntimeException e) {
      impossible.add("no " + protocol + " (" + e + ")");
    }
  }

  private void note(boolean isResumed, Scene protocol) {
    scenes.add(protocol);
    if (isResumed) {
      resumed++;
      scenes.add(Scene.RESUMED);
      scenes.add(protocol == Scene.TLS13 ? Scene.TLS13_BY_TICKET : tls12Resumption());
    } else {
      full++;
      scenes.add(Scene.FULL);
    }
  }

  /** By the last record; if there is none, other weaves tell it. */
  private Scene tls12Resumption() {
    List<HandshakeRecord> records = core.history().recent();
    boolean byTicket =
        !records.isEmpty() && "ticket".equals(records.get(records.size() - 1).fields().get("via"));
    return byTicket ? Scene.TLS12_BY_TICKET : Scene.TLS12_BY_ID;
  }

  private void end(Trial trial) {
    if (trial.breakOff()) {
      scenes.add(Scene.BREAKING_OFF);
    }
    trial.invalidate();
    scenes.add(Scene.INVALIDATING);
    try {
      if (trial.giveUp()) {
        scenes.add(Scene.GIVING_UP);
      }
    } catch (SSLException | RuntimeException e) {
      impossible.add("no handshake to give up (" + e + ")");
    }
  }

  /** {@code passed}, {@code failed} or {@code could not be made}, and details. */
  String judge(WeaveReport weaves) {
    if (!watched.error().isEmpty()) {
      return "failed: a hook swallowed an error (" + watched.error() + ")";
    }
    if (full > 0 && new Throwable().getStackTrace().length == 0) {
      return "could not be made: this JVM makes no stack traces, by which hooks are seen";
    }
    if (full == 0) {
      return "could not be made: " + String.join("; ", impossible);
    }
    int called = weaves.rehearsed(scenes, watched.calls());
    List<String> silent = silent(weaves);
    if (!silent.isEmpty()) {
      return "failed: " + String.join("; ", silent);
    }
    if (impossible.isEmpty() && !isRecorded()) {
      return "failed: " + full + " full and " + resumed + " resumed were recorded otherwise";
    }
    return "passed in " + millis + " ms: " + called + " weaves called their hooks" + exceptions();
  }

  private static List<String> silent(WeaveReport weaves) {
    List<String> sentences = new ArrayList<>();
    for (WeaveState weave : weaves.states()) {
      if (weave.state() == WeaveState.State.SILENT) {
        sentences.add(weave.sentence());
      }
    }
    return sentences;
  }

  /** On both sides. */
  private boolean isRecorded() {
    return recorded(Result.FULL) == 2 * full && recorded(Result.RESUMED) == 2 * resumed;
  }

  private long recorded(Result result) {
    long count = 0;
    for (HandshakeRecord one : core.history().recent()) {
      count += one.result() == result ? 1 : 0;
    }
    return count;
  }

  private String exceptions() {
    return impossible.isEmpty() ? "" : "; " + String.join("; ", impossible);
  }
}
