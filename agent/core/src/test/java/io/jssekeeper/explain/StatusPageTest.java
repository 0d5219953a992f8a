package io.jssekeeper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final String HOSTILE = "</script><script>alert(1)</script><img src=x>";

  private final StatusPage page = new StatusPage();

  StatusPageTest() throws IOException {}

  @Test
  void with_textThatEndsTheElement_staysText() {
    String html = page.with(JsonText.of(Map.of("selfCheck", HOSTILE)));

    assertThat(html).doesNotContain("<img", "alert(1)</script>");
    assertThat(html).contains("\\u003cimg src=x>");
    assertThat(html.split("</script>", -1)).hasSameSizeAs(page.with("{}").split("</script>", -1));
  }

  @Test
  void policy_ofThePage_allowsOnlyItsOwnScriptAndStyle() throws Exception {
    String html = page.with("{}");

    assertThat(page.policy())
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe")
        .contains("script-src '" + hash(html, "<script>(.*?)</script>") + "'")
        .contains("style-src '" + hash(html, "<style>(.*?)</style>") + "'");
    assertThat(html).contains("content=\"" + page.policy() + "\"");
  }

  @Test
  void page_offline_needsNothingElse() {
    assertThat(page.with("{}").replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "src=", "@import", "url(", "innerHTML", "style=\"");
  }

  private static String hash(String html, String element) throws Exception {
    Matcher matcher = Pattern.compile(element, Pattern.DOTALL).matcher(html);
    assertThat(matcher.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(matcher.group(1).getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
