package io.jssekeeper.jmx;

import java.util.Map;

/** The keeper as JMX shows it: {@code io.jssekeeper:type=Keeper}. Thread-safe. */
@Described("The agent that manages the TLS session caches of this JVM.")
public interface KeeperMXBean {
  @Described("The keeper's version.")
  String getVersion();

  @Described("'on', or 'off: <reason>' after repeated internal errors.")
  String getState();

  @Described(
      "What the self-check's handshakes have shown: 'passed', 'failed', 'could not run' (not a"
          + " failed weave) or 'not yet'; then details.")
  String getSelfCheck();

  @Described("The JDK: vendor and runtime version.")
  String getJdk();

  @Described("Each change to the JDK's code: the method, its state, and if off, why.")
  WeaveRow[] getWeaves();

  @Described(value = "Handshakes by side and result.", units = "handshakes")
  HandshakeCount[] getHandshakes();

  @Described(
      value =
          "Handshake counts keyed by side, result and reason, separated by spaces, for monitors"
              + " that cannot read arrays.",
      units = "handshakes")
  Map<String, Long> getHandshakeCounts();

  @Described(
      value =
          "Handshakes by side, protocol (empty if none was negotiated) and result, and their total"
              + " wall-clock time and CPU time in this JVM. Handshakes that were not measured count"
              + " with a typical time.",
      units = "handshakes, seconds")
  TotalRow[] getHandshakeTotals();

  @Described(
      value = "Handshakes by side, result and reason, and their total wall-clock time.",
      units = "handshakes, seconds")
  ReasonCount[] getHandshakesByReason();

  @Described(
      value =
          "Handshakes with a known detail, by side, result, reason and detail, and their total"
              + " wall-clock time.",
      units = "handshakes, seconds")
  DetailCount[] getHandshakesByDetail();

  @Described(
      value = "Failed handshakes by side and by how they failed: one word of a closed list.",
      units = "handshakes")
  FailureCount[] getHandshakesByFailure();

  @Described(
      value =
          "Until the first certificate ends of those shown in full handshakes of the last hour or"
              + " two: 'client own', 'client peer', 'server own', 'server peer'; NaN if there was none.",
      units = "days")
  Map<String, Double> getCertificateDays();

  @Described(
      value =
          "Server connections that ended before the client sent anything. They are not counted or"
              + " recorded as handshakes.",
      units = "connections")
  long getConnectionsWithoutHello();

  @Described(
      value =
          "Time that resumption saved and that avoidable full handshakes cost (avoidable: reason"
              + " not first-contact, not-offered or expired), by side and protocol. NaN until"
              + " enough handshakes have been measured.",
      units = "handshakes, seconds")
  SavingsRow[] getSavings();

  @Described(
      "State of shared ticket keys (the option 'server.keys'), what is wrong, number and"
          + " fingerprints of the secrets, age and time to the next period in seconds, ticket"
          + " format, scopes of contexts. Nodes that resume each other's sessions show the same"
          + " format, one fingerprint and one scope in common.")
  Map<String, String> getTicketKeys();

  @Described(
      value = "How long ago the secret of shared ticket keys was changed; -1 if there is none.",
      units = "seconds")
  long getTicketKeysAgeSeconds();

  @Described(
      value = "Internal errors of the keeper, caught and ignored; TLS is not affected.",
      units = "errors")
  long getErrorsSwallowed();

  @Described("The last internal error; empty if there was none.")
  String getLastError();

  @Described("Where records are written now: standard error, the application's SLF4J, or a file.")
  String getLogDestination();

  @Described(
      value =
          "Records not written because the log was too slow or failed, or not counted by metrics"
              + " because there were too many at once.",
      units = "records")
  long getRecordsDropped();

  @Described("The options in force, by key.")
  Map<String, String> getOptions();

  @Described(
      value =
          "The last handshakes as text records, oldest first; the option 'history' limits them.",
      units = "records")
  String[] getRecentHandshakes();

  @Described(
      "Where the application creates TLS contexts so often that nothing is resumed; innermost"
          + " frames first.")
  String[] getContextChurn();

  @Described("Loaded TLS libraries that the keeper does not cover.")
  String[] getOtherTls();

  @Described("Known defects of this JDK's TLS code.")
  String[] getJdkDefects();

  @Described("Settings of this JVM that defeat resumption, with what to do.")
  String[] getSettingsAgainstResumption();

  @Described(value = "Live session contexts that have been used.", units = "contexts")
  int getContexts();

  @Described(
      value =
          "Live sessions by holder: cache, connections (and no cache), application (and neither)."
              + " Garbage not yet collected counts as live.",
      units = "sessions")
  Map<String, Integer> getSessionsByHolder();

  @Described(
      value =
          "Sessions kept that JSSE would have lost, by protection: gc, clock, settings, close,"
              + " tickets.",
      units = "sessions")
  Map<String, Long> getProtected();

  @Described(value = "Estimated heap that sessions hold strongly.", units = "bytes")
  long getStrongBytes();

  @Described(
      value = "Heap that sessions may hold strongly; further sessions are held softly.",
      units = "bytes")
  long getBudgetBytes();

  @Described(value = "Recent handshakes after that number, oldest first.", units = "handshakes")
  HandshakeRow[] handshakesAfter(
      @Described(name = "number", value = "the last number already seen; 0 for all") long number,
      @Described(name = "most", value = "at most this many of the newest") int most);

  @Described(
      value = "Cached sessions by side, context and hash, most recently used first; at most 1,000.",
      units = "sessions")
  Map<String, SessionRow> sessions(
      @Described(name = "side", value = "client, server, or empty for both") String side,
      @Described(name = "peer", value = "HOST:PORT or HOST, or empty for all") String peer);

  @Described(
      value = "Cached sessions as one array per column, for programs that read very many.",
      units = "sessions")
  SessionColumns sessionColumns(
      @Described(name = "side", value = "client, server, or empty for both") String side,
      @Described(name = "peer", value = "HOST:PORT or HOST, or empty for all") String peer,
      @Described(name = "minAgeSeconds", value = "minimum seconds since the full handshake")
          long minAgeSeconds,
      @Described(name = "order", value = "idle, age, left, peer or bytes") String order,
      @Described(name = "most", value = "maximum number of sessions") int most);

  @Described(
      value =
          "Ends the cached sessions with this peer and all sessions resumed from them; connections"
              + " continue. Returns how many.",
      units = "sessions")
  int invalidatePeer(@Described(name = "peer", value = "HOST:PORT or HOST") String peer);

  @Described(
      value =
          "Ends the cached session with this hash and all sessions resumed from it. Returns how"
              + " many.",
      units = "sessions")
  int invalidateSession(
      @Described(name = "hash", value = "the session's hash, as in records") String hash);

  @Described(value = "Ends all cached sessions. Returns how many.", units = "sessions")
  int invalidateAll();

  @Described("Heap that sessions may hold strongly: the option 'memory'.")
  String getMemory();

  void setMemory(String memory);

  @Described("How long an expired session may stay reachable: the option 'sweep'.")
  String getSweep();

  void setSweep(String sweep);

  @Described("Which session losses are prevented: the option 'keep'.")
  String getKeep();

  void setKeep(String keep);

  @Described("Where records go: the option 'log'.")
  String getLog();

  void setLog(String log);

  @Described("Record format: the option 'log.format'.")
  String getLogFormat();

  void setLogFormat(String format);

  @Described("Which results are logged: the option 'log.results'.")
  String getLogResults();

  void setLogResults(String results);

  @Described(
      "Sets options at once, until the JVM ends. If one takes effect at start only, the call is"
          + " refused and nothing is set.")
  void set(@Described(name = "settings", value = "key=value,key=value") String settings);

  @Described(
      "Detaches the keeper from this JVM: resumable sessions go back to the JDK's own caches, and"
          + " the JDK's code is restored.")
  void detach();
}
