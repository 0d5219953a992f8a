package io.jssekeeper.metrics;

import java.util.List;
import java.util.Map;

/**
 * What meters read from the keeper: JDK types only, since the reader may be in another class
 * loader. Counts never fall. Thread-safe.
 */
public interface KeeperStats {
  /** Look-ups of sessions since the start, by {@code hit} and {@code miss}. */
  Map<String, Long> gets();

  /** Sessions that left a cache since the start, by cause. */
  Map<String, Long> removals();

  /** Sessions that were kept and that JSSE would have lost, by what from. */
  Map<String, Long> prevented();

  /** Internal errors of the keeper. */
  long errors();

  /** How long ago the secret of shared ticket keys was changed; NaN if there is none. */
  double ticketKeysAgeSeconds();

  /**
   * Days until the first certificate ends of those that were lately shown, by {@code client own},
   * {@code client peer}, {@code server own} and {@code server peer}; NaN if there was none.
   */
  Map<String, Double> certificateDays();

  /** The caches there are now. How many different names of contexts there ever are is limited. */
  List<CacheStats> caches();
}
