package io.jssekeeper.config;

/** The known key with the least edit distance to an unknown one. */
final class NearestKey {
  private NearestKey() {}

  /** The first of several equally near ones, in table order. Ignores case. */
  static String to(String unknown) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (Option<?> option : KnownOptions.all()) {
      int distance = distance(unknown, option.key());
      if (distance < least) {
        least = distance;
        nearest = option.key();
      }
    }
    return nearest;
  }

  /** Levenshtein's distance, with one row of its matrix at a time. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      next(row, i, from.charAt(i - 1), to);
    }
    return row[to.length()];
  }

  private static void next(int[] row, int i, char c, String to) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int replaced = diagonal + (Character.toLowerCase(c) == to.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
    }
  }
}
