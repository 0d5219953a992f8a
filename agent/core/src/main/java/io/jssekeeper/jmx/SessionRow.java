package io.jssekeeper.jmx;

/** One cached session, as JMX shows it. Nothing in it is secret. */
public final class SessionRow {
  private String session = "";
  private String side = "";
  private int context;
  private String peer = "";
  private String protocol = "";
  private String cipher = "";
  private long ageSeconds;
  private long idleSeconds;
  private long leftSeconds;
  private String held = "";
  private String resumable = "";
  private int bytes;

  /** The first 8 bytes, in hex, of SHA-256 of its id. */
  public String getSession() {
    return session;
  }

  /** {@code client} or {@code server}. */
  public String getSide() {
    return side;
  }

  /** The number of its context. */
  public int getContext() {
    return context;
  }

  /** Host and port; empty where JSSE does not know them. */
  public String getPeer() {
    return peer;
  }

  public String getProtocol() {
    return protocol;
  }

  public String getCipher() {
    return cipher;
  }

  /** Seconds since its own full handshake. */
  public long getAgeSeconds() {
    return ageSeconds;
  }

  /** Seconds since it was stored or last looked up. */
  public long getIdleSeconds() {
    return idleSeconds;
  }

  /** Seconds until it expires; -1 if nothing ends it by time. */
  public long getLeftSeconds() {
    return leftSeconds;
  }

  /** {@code strongly}, {@code softly} or {@code weakly}. */
  public String getHeld() {
    return held;
  }

  /** {@code many} times, {@code once} (a TLS 1.3 ticket), or {@code never}. */
  public String getResumable() {
    return resumable;
  }

  /** The heap that it alone holds, estimated, in bytes. */
  public int getBytes() {
    return bytes;
  }

  public SessionRow named(String hash, String ofSide, int contextNumber) {
    session = hash;
    side = ofSide;
    context = contextNumber;
    return this;
  }

  public SessionRow with(String hostAndPort, String protocolName, String cipherSuite) {
    peer = hostAndPort;
    protocol = protocolName;
    cipher = cipherSuite;
    return this;
  }

  public SessionRow timed(long age, long idle, long left) {
    ageSeconds = age;
    idleSeconds = idle;
    leftSeconds = left;
    return this;
  }

  public SessionRow held(String how, String howOftenResumable, int ownBytes) {
    held = how;
    resumable = howOftenResumable;
    bytes = ownBytes;
    return this;
  }
}
