package io.jssekeeper.jmx;

import java.util.List;

/**
 * Many sessions as one array per column: a hundredth of the data of a row for each. Must not be
 * modified.
 */
public final class SessionColumns {
  private final String[] session;
  private final String[] side;
  private final int[] context;
  private final String[] peer;
  private final String[] protocol;
  private final String[] cipher;
  private final long[] ageSeconds;
  private final long[] idleSeconds;
  private final long[] leftSeconds;
  private final String[] held;
  private final String[] resumable;
  private final int[] bytes;
  private final int matching;

  /**
   * @param matching how many there were before the limit was applied
   */
  public SessionColumns(List<SessionRow> rows, int matching) {
    int size = rows.size();
    this.matching = matching;
    session = new String[size];
    side = new String[size];
    context = new int[size];
    peer = new String[size];
    protocol = new String[size];
    cipher = new String[size];
    ageSeconds = new long[size];
    idleSeconds = new long[size];
    leftSeconds = new long[size];
    held = new String[size];
    resumable = new String[size];
    bytes = new int[size];
    for (int i = 0; i < size; i++) {
      put(i, rows.get(i));
    }
  }

  private void put(int i, SessionRow row) {
    session[i] = row.getSession();
    side[i] = row.getSide();
    context[i] = row.getContext();
    peer[i] = row.getPeer();
    protocol[i] = row.getProtocol();
    cipher[i] = row.getCipher();
    ageSeconds[i] = row.getAgeSeconds();
    idleSeconds[i] = row.getIdleSeconds();
    leftSeconds[i] = row.getLeftSeconds();
    held[i] = row.getHeld();
    resumable[i] = row.getResumable();
    bytes[i] = row.getBytes();
  }

  public int getMatching() {
    return matching;
  }

  public String[] getSession() {
    return session;
  }

  public String[] getSide() {
    return side;
  }

  public int[] getContext() {
    return context;
  }

  public String[] getPeer() {
    return peer;
  }

  public String[] getProtocol() {
    return protocol;
  }

  public String[] getCipher() {
    return cipher;
  }

  public long[] getAgeSeconds() {
    return ageSeconds;
  }

  public long[] getIdleSeconds() {
    return idleSeconds;
  }

  public long[] getLeftSeconds() {
    return leftSeconds;
  }

  public String[] getHeld() {
    return held;
  }

  public String[] getResumable() {
    return resumable;
  }

  public int[] getBytes() {
    return bytes;
  }
}
