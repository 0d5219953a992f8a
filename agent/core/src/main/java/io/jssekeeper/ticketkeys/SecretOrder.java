package io.jssekeeper.ticketkeys;

import java.util.ArrayList;
import java.util.List;

/** Which secret of a file seals. */
public enum SecretOrder {
  /** The first, as for nginx: a new one is written in front. */
  FIRST {
    @Override
    <T> List<T> sealingFirst(List<T> secrets) {
      return secrets;
    }
  },
  /** The last but one, as for HAProxy: a new one is written at the end, and is the next to seal. */
  PENULTIMATE {
    @Override
    <T> List<T> sealingFirst(List<T> secrets) {
      List<T> ordered = new ArrayList<>(secrets);
      if (ordered.size() > 1) {
        ordered.add(0, ordered.remove(ordered.size() - 2));
      }
      return ordered;
    }
  };

  /** The same secrets; the first of them seals. */
  abstract <T> List<T> sealingFirst(List<T> secrets);
}
