package io.jssekeeper.jmx;

import java.util.Map;

/** The keeper as JMX shows it: {@code io.jssekeeper:type=Keeper}. Thread-safe. */
@Described("The agent that looks after the TLS session caches of this JVM.")
public interface KeeperMXBean {
  @Described("The keeper's version.")
  String getVersion();

  @Described("on; or off and why: its own code kept failing, so it has undone its weaves.")
  String getState();

  @Described(
      "What handshakes of the keeper's own have shown of its weaves: passed, failed, could not be"
          + " made (which is no failure of a weave) or not yet; and details.")
  String getSelfCheck();

  @Described("The JDK it runs in: vendor and runtime version.")
  String getJdk();

  @Described("Each change to the JDK's code: the method, its state, and what is off and why.")
  WeaveRow[] getWeaves();

  @Described(value = "Handshakes by side and result.", units = "handshakes")
  HandshakeCount[] getHandshakes();

  @Described(
      value =
          "The same as a table, by side, result and reason with spaces between them, for monitors"
              + " that read no arrays.",
      units = "handshakes")
  Map<String, Long> getHandshakeCounts();

  @Described(
      value =
          "Handshakes by side, protocol (empty if they failed before there was one) and result, and"
              + " how long they took together, on the wall and in CPU time of this JVM: the mean of"
              + " those measured, times the count.",
      units = "handshakes, seconds")
  TotalRow[] getHandshakeTotals();

  @Described(
      value = "Handshakes by side, result and reason, and how long they took together.",
      units = "handshakes, seconds")
  ReasonCount[] getHandshakesByReason();

  @Described(
      value =
          "Those of which more is known than that, by side, result, reason and detail, and how long"
              + " they took together.",
      units = "handshakes, seconds")
  DetailCount[] getHandshakesByDetail();

  @Described(
      value =
          "Server connections that ended before anything had come from the client. They are no"
              + " handshakes: nothing else counts or records them.",
      units = "connections")
  long getConnectionsWithoutHello();

  @Described(
      value =
          "What resumption saved, and what avoidable full handshakes lost (for another reason than"
              + " first-contact, not-offered, expired): by how much longer full ones take, by"
              + " side and protocol; NaN as long as that is not known.",
      units = "handshakes, seconds")
  SavingsRow[] getSavings();

  @Described(
      value = "How often code of the keeper's own threw something, which TLS did not notice.",
      units = "errors")
  long getErrorsSwallowed();

  @Described("The last of these errors; empty if there was none.")
  String getLastError();

  @Described("Where records are written to now: standard error, the application's SLF4J, a file.")
  String getLogDestination();

  @Described(
      value =
          "Records that could not be written, since the log was too slow or failed, or that metrics"
              + " do not count, since there were too many at once.",
      units = "records")
  long getRecordsDropped();

  @Described("The options in force, by key.")
  Map<String, String> getOptions();

  @Described(
      value = "The last handshakes as text records, oldest first; as many as 'history' says.",
      units = "records")
  String[] getRecentHandshakes();

  @Described(
      "Where in the application's code TLS contexts are made so often that nothing is resumed:"
          + " innermost frames first.")
  String[] getContextChurn();

  @Described("TLS libraries that are loaded and that the keeper does not touch.")
  String[] getOtherTls();

  @Described("Known defects that this JDK's TLS code shows by its shape.")
  String[] getJdkDefects();

  @Described("Settings of this JVM that keep sessions from being resumed, with what to do.")
  String[] getSettingsAgainstResumption();

  @Described(value = "Session contexts that are alive and were used.", units = "contexts")
  int getContexts();

  @Described(
      value =
          "Live sessions by who holds them: cache, connections (and no cache), application (and"
              + " neither). What the garbage collector has not looked at yet counts as alive.",
      units = "sessions")
  Map<String, Integer> getSessionsByHolder();

  @Described(
      value =
          "Sessions kept that JSSE would have lost, by what they were protected from: gc, clock,"
              + " settings, close, tickets.",
      units = "sessions")
  Map<String, Long> getProtected();

  @Described(value = "Heap that sessions hold strongly, estimated.", units = "bytes")
  long getStrongBytes();

  @Described(
      value = "Heap that sessions may hold strongly; beyond it they are held softly.",
      units = "bytes")
  long getBudgetBytes();

  @Described(value = "Recent handshakes after that number, oldest first.", units = "handshakes")
  HandshakeRow[] handshakesAfter(
      @Described(name = "number", value = "the last number that is known; 0 for all") long number,
      @Described(name = "most", value = "how many of the newest at most") int most);

  @Described(
      value =
          "Cached sessions by side, context and hash, the most recently used first; 1,000 at most.",
      units = "sessions")
  Map<String, SessionRow> sessions(
      @Described(name = "side", value = "client, server, or empty for both") String side,
      @Described(name = "peer", value = "HOST:PORT or HOST, or empty for all") String peer);

  @Described(
      value = "Cached sessions as one array for each column, for programs that read very many.",
      units = "sessions")
  SessionColumns sessionColumns(
      @Described(name = "side", value = "client, server, or empty for both") String side,
      @Described(name = "peer", value = "HOST:PORT or HOST, or empty for all") String peer,
      @Described(name = "minAgeSeconds", value = "seconds since the full handshake, or more")
          long minAgeSeconds,
      @Described(name = "order", value = "idle, age, left, peer or bytes") String order,
      @Described(name = "most", value = "how many at most") int most);

  @Described(
      value =
          "Ends the cached sessions with that peer and all that descend from them; connections go"
              + " on. Returns how many.",
      units = "sessions")
  int invalidatePeer(@Described(name = "peer", value = "HOST:PORT or HOST") String peer);

  @Described(
      value =
          "Ends the cached session of that hash and all that descend from it. Returns how many.",
      units = "sessions")
  int invalidateSession(
      @Described(name = "hash", value = "the session's hash, as records have it") String hash);

  @Described(value = "Ends all cached sessions. Returns how many.", units = "sessions")
  int invalidateAll();

  @Described("Heap that sessions may hold strongly, as the option 'memory'.")
  String getMemory();

  void setMemory(String memory);

  @Described("How long an expired session may stay reachable, as the option 'sweep'.")
  String getSweep();

  void setSweep(String sweep);

  @Described("What sessions are protected from, as the option 'keep'.")
  String getKeep();

  void setKeep(String keep);

  @Described("Where records go, as the option 'log'.")
  String getLog();

  void setLog(String log);

  @Described("How records are written, as the option 'log.format'.")
  String getLogFormat();

  void setLogFormat(String format);

  @Described("Which results are logged, as the option 'log.results'.")
  String getLogResults();

  void setLogResults(String results);

  @Described(
      "Sets options at once, until the JVM ends; those that take effect at a start only are refused,"
          + " and then nothing is set.")
  void set(@Described(name = "settings", value = "key=value,key=value") String settings);

  @Described(
      "Takes the keeper out of this JVM: the JDK's own caches get all sessions back that can be"
          + " resumed, and its code is as it was.")
  void detach();
}
