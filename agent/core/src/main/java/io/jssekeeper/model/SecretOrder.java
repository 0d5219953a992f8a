package io.jssekeeper.model;

/** Which secret of a file seals tickets. */
public enum SecretOrder {
  /** The first, as for nginx: a new one is written in front. */
  FIRST,
  /** The last but one, as for HAProxy: a new one is written at the end, and is the next to seal. */
  PENULTIMATE
}
