package io.jssekeeper.metrics.endpoint;

/** What is at one path of an {@link HttpEndpoint}. Thread-safe. */
interface Page {
  /** The media type of its text, as HTTP names it. */
  String type();

  /** The text as it is now, in UTF-8. */
  byte[] text();
}
