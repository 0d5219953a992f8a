package io.jssekeeper.config;

/** Which secret of a file seals tickets. */
public enum SealingSecret {
  /** The first, as in nginx's configuration. */
  FIRST,
  /** The last but one, as in HAProxy's file. */
  PENULTIMATE
}
