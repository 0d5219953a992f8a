package io.jssekeeper.core;

/** The resource at one path of the keeper's HTTP server. Thread-safe. */
public interface WebPage {
  /** The media type of its text, as HTTP names it. */
  String type();

  /** Further header fields, each with its end of line; may be empty. */
  default String fields() {
    return "";
  }

  /** The current text, in UTF-8. */
  byte[] text();
}
