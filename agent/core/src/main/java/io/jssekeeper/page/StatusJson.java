package io.jssekeeper.page;

import io.jssekeeper.commands.KeeperQuestions;
import io.jssekeeper.core.WebPage;
import io.jssekeeper.explain.JsonText;
import io.jssekeeper.explain.StatusData;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** All that the page shows, for programs. */
final class StatusJson implements WebPage {
  private final KeeperQuestions keeper;
  private final RecentRates rates;

  StatusJson(KeeperQuestions keeper, RecentRates rates) {
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
    return JsonText.of(data);
  }
}
