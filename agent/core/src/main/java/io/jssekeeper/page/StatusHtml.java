package io.jssekeeper.page;

import io.jssekeeper.core.WebPage;
import io.jssekeeper.explain.StatusPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page for browsers, read from the jar on first use. Thread-safe. */
final class StatusHtml implements WebPage {
  private final StatusJson json;
  private StatusPage page;

  StatusHtml(StatusJson json) {
    this.json = json;
  }

  @Override
  public String type() {
    return "text/html; charset=utf-8";
  }

  @Override
  public String fields() {
    return "Content-Security-Policy: "
        + page().policy()
        + "; frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\n"
        + "Cross-Origin-Opener-Policy: same-origin\r\n"
        + json.fields();
  }

  @Override
  public byte[] text() {
    return page().with(json.json()).getBytes(StandardCharsets.UTF_8);
  }

  private synchronized StatusPage page() {
    if (page == null) {
      try {
        page = new StatusPage();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return page;
  }
}
