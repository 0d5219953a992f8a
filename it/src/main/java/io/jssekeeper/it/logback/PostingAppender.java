package io.jssekeeper.it.logback;

import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Posts each event to a collector, as the appenders of log services do. */
public final class PostingAppender extends AppenderBase<Object> {
  private String url;

  /** Set by Logback from its configuration. */
  public void setUrl(String url) {
    this.url = url;
  }

  @Override
  protected void append(Object event) {
    try {
      HttpURLConnection post = (HttpURLConnection) new URL(url).openConnection();
      post.setRequestMethod("POST");
      post.setDoOutput(true);
      post.getOutputStream().write(event.toString().getBytes(StandardCharsets.UTF_8));
      post.getInputStream().readAllBytes();
    } catch (IOException failed) {
      addError("not posted", failed);
    }
  }
}
