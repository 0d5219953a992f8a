package io.jssekeeper.sink;

import java.util.Map;

/** The keeper as JMX shows it: {@code io.jssekeeper:type=Keeper}. */
public interface KeeperMXBean {
  /** The keeper's version. */
  String getVersion();

  /** The JDK it runs in: {@code java.vendor} and {@code java.runtime.version}. */
  String getJdk();

  /** Each weave, and whether it is active or why not. */
  WeaveRow[] getWeaves();

  /** How many handshakes there were, by side and result. */
  HandshakeCount[] getHandshakes();

  /**
   * How often a hook, a sink or a thread of the keeper threw something, which nobody else noticed.
   */
  long getErrorsSwallowed();

  /** The last of them; empty if there was none. */
  String getLastError();

  /** How many records could not be written: the sink was too slow, or failed. */
  long getRecordsDropped();

  /** The options in force, by key. */
  Map<String, String> getOptions();

  /**
   * The last handshakes as text records, oldest first; at most as many as the option {@code
   * history} says.
   */
  String[] getRecentHandshakes();

  /**
   * Where in the application's code TLS contexts are made so often that nothing can be resumed
   * through them: innermost frames first.
   */
  String[] getContextChurn();

  /** How many session contexts are alive that were used. */
  int getContexts();

  /**
   * How many live sessions are held by the session caches ({@code cache}), by open connections and
   * no cache ({@code connections}), and by neither ({@code application}). What the garbage
   * collector has not looked at yet counts as alive.
   */
  Map<String, Integer> getSessionsByHolder();

  /**
   * How many sessions were kept that JSSE would have lost, by what they were protected from: {@code
   * gc}, {@code clock}, {@code settings}, {@code close}, {@code tickets}.
   */
  Map<String, Long> getProtected();

  /** The heap that sessions hold strongly, estimated, in bytes. */
  long getStrongBytes();

  /** The heap that sessions may hold strongly, in bytes; beyond it they are held softly. */
  long getBudgetBytes();
}
