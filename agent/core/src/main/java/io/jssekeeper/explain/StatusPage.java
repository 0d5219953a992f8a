package io.jssekeeper.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The status page as one self-contained HTML file, which contacts only the server it came from. A
 * browser runs nothing but its own script and style, whose hashes make up its policy (CSP 3).
 * Immutable.
 */
public final class StatusPage {
  private static final String DATA = "@DATA@";
  private static final String POLICY = "@POLICY@";

  private final String policy;
  private final String beforeData;
  private final String afterData;

  /**
   * Reads it from the jar.
   *
   * @throws IOException if the jar is no longer readable
   */
  public StatusPage() throws IOException {
    String template;
    try (InputStream in = StatusPage.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IOException("the agent's jar lacks the status page");
      }
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    policy =
        "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
            + "; script-src '"
            + hash(between(template, "<script>", "</script>"))
            + "'; style-src '"
            + hash(between(template, "<style>", "</style>"))
            + "'";
    template = template.replace(POLICY, policy);
    int data = template.indexOf(DATA);
    beforeData = template.substring(0, data);
    afterData = template.substring(data + DATA.length());
  }

  /** Its permissions in a browser: the value of {@code Content-Security-Policy}. */
  public String policy() {
    return policy;
  }

  /**
   * The page with its data.
   *
   * @param json in which nothing can close the element that contains it
   */
  public String with(String json) {
    return beforeData + json.replace("<", "\\u003c") + afterData;
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) throws IOException {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }
}
