package io.jssekeeper.sink;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Many sessions as one array for each column: a hundred times less to send than a row each.
 * Immutable.
 */
public final class SessionColumns {
  private final List<SessionRow> rows;
  private final int matching;

  /**
   * @param matching how many there were before the cap
   */
  public SessionColumns(List<SessionRow> rows, int matching) {
    this.rows = rows;
    this.matching = matching;
  }

  public int getMatching() {
    return matching;
  }

  public String[] getSession() {
    return texts(SessionRow::getSession);
  }

  public String[] getSide() {
    return texts(SessionRow::getSide);
  }

  public int[] getContext() {
    return ints(SessionRow::getContext);
  }

  public String[] getPeer() {
    return texts(SessionRow::getPeer);
  }

  public String[] getProtocol() {
    return texts(SessionRow::getProtocol);
  }

  public String[] getCipher() {
    return texts(SessionRow::getCipher);
  }

  public long[] getAgeSeconds() {
    return longs(SessionRow::getAgeSeconds);
  }

  public long[] getIdleSeconds() {
    return longs(SessionRow::getIdleSeconds);
  }

  public long[] getLeftSeconds() {
    return longs(SessionRow::getLeftSeconds);
  }

  public String[] getHeld() {
    return texts(SessionRow::getHeld);
  }

  public String[] getResumable() {
    return texts(SessionRow::getResumable);
  }

  public int[] getBytes() {
    return ints(SessionRow::getBytes);
  }

  private String[] texts(Function<SessionRow, String> column) {
    String[] texts = new String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = column.apply(rows.get(i));
    }
    return texts;
  }

  private int[] ints(ToIntFunction<SessionRow> column) {
    int[] numbers = new int[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = column.applyAsInt(rows.get(i));
    }
    return numbers;
  }

  private long[] longs(ToLongFunction<SessionRow> column) {
    long[] numbers = new long[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = column.applyAsLong(rows.get(i));
    }
    return numbers;
  }
}
