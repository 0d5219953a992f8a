package io.jssekeeper.page;

import io.jssekeeper.commands.KeeperQuestions;
import io.jssekeeper.core.WebPage;
import io.jssekeeper.explain.JsonText;
import io.jssekeeper.explain.StatusData;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Everything the page shows, for programs. */
final class StatusJson implements WebPage {
  private static final int MAX_RECENT = 50;

  private final KeeperQuestions keeper;
  private final RecentRates rates;
  private final boolean withPeers;

  /**
   * @param withPeers whether handshakes are listed, each with its peer
   */
  StatusJson(KeeperQuestions keeper, RecentRates rates, boolean withPeers) {
    this.withPeers = withPeers;
    this.keeper = keeper;
    this.rates = rates;
  }

  @Override
  public String type() {
    return "application/json; charset=utf-8";
  }

  @Override
  public String fields() {
    return "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
  }

  @Override
  public byte[] text() {
    return json().getBytes(StandardCharsets.UTF_8);
  }

  String json() {
    long nowMillis = System.currentTimeMillis();
    Map<String, Object> data = StatusData.of(keeper, nowMillis);
    data.put("rates", rates.values(nowMillis));
    if (withPeers) {
      data.put("recent", newest((String[]) keeper.value("RecentHandshakes")));
    }
    return JsonText.of(data);
  }

  /** The newest first. */
  private static String[] newest(String... records) {
    String[] newest = new String[Math.min(MAX_RECENT, records.length)];
    for (int i = 0; i < newest.length; i++) {
      newest[i] = records[records.length - 1 - i];
    }
    return newest;
  }
}
